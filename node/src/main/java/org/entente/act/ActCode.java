package org.entente.act;

import org.entente.kernel.Code;

/// Error codes of act, 2800 to 2899.
public enum ActCode implements Code {
    ACT_OPERATION_UNKNOWN(2800, Kind.CALLER),
    ACT_NOT_POSSIBLE_NOW(2801, Kind.CALLER),
    ACT_ORDER_INVALID(2802, Kind.CALLER),
    ACT_BODY_BROKEN(2803, Kind.PEER),
    ACT_GROUND_UNKNOWN(2804, Kind.CALLER),
    ACT_NOT_OURS(2805, Kind.CALLER);

    private final int number;
    private final Kind kind;

    ActCode(int number, Kind kind) {
        this.number = number;
        this.kind = kind;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
