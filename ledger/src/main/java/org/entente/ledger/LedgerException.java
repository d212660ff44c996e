package org.entente.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Broken input or storage. Facts are short and carry no content of an entry.
public final class LedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final transient List<String> facts;

    public LedgerException(Fault fault, String... facts) {
        this(fault, null, facts);
    }

    public LedgerException(Fault fault, @Nullable Throwable cause, String... facts) {
        super(fault + " " + List.of(facts), cause);
        this.fault = fault;
        this.facts = List.of(facts);
    }

    public Fault fault() {
        return fault;
    }

    public List<String> facts() {
        return facts;
    }
}
