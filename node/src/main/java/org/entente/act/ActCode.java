package org.entente.act;

import org.entente.kernel.Code;

/// Error codes of act, 2800 to 2899.
public enum ActCode implements Code {
    ACT_OPERATION_UNKNOWN(2800, Kind.CALLER),
    ACT_NOT_POSSIBLE_NOW(2801, Kind.CALLER),
    ACT_ORDER_INVALID(2802, Kind.CALLER),
    ACT_BODY_BROKEN(2803, Kind.PEER),
    ACT_GROUND_UNKNOWN(2804, Kind.CALLER),
    /// The other party's part in it: a proposer cannot consent, a host cannot arm.
    ACT_OTHER_SIDE(2805, Kind.CALLER),
    ACT_CONSENT_INVALID(2806, Kind.PEER);

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
