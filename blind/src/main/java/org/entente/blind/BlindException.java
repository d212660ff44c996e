package org.entente.blind;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Broken input, a broken library or a broken use of this module: a code and its facts, never a secret.
public final class BlindException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final BlindCode code;
    private final transient Map<String, String> facts;

    /// Facts alternate name and value and keep their order.
    public BlindException(BlindCode code, Object... facts) {
        this(code, named(facts));
    }

    private BlindException(BlindCode code, Map<String, String> facts) {
        super(code + facts.toString());
        this.code = code;
        this.facts = facts;
    }

    public BlindCode code() {
        return code;
    }

    public Map<String, String> facts() {
        return facts;
    }

    private static Map<String, String> named(Object[] facts) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i + 1 < facts.length; i += 2) {
            named.put(facts[i].toString(), facts[i + 1].toString());
        }
        return Collections.unmodifiableMap(named);
    }
}
