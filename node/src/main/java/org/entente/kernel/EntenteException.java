package org.entente.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Broken input, storage or program. `facts` fill the placeholders {0}, {1} of the code's text in order; they carry no
/// secret and no personal data. A lawful "no" is never an exception but a value.
public final class EntenteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Code code;
    private final transient List<String> facts;

    public EntenteException(Code code, String... facts) {
        this(code, null, facts);
    }

    public EntenteException(Code code, @Nullable Throwable cause, String... facts) {
        super(code.name() + " " + List.of(facts), cause);
        this.code = code;
        this.facts = List.of(facts);
    }

    public Code code() {
        return code;
    }

    public List<String> facts() {
        return facts;
    }
}
