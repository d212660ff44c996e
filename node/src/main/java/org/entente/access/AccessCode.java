package org.entente.access;

import org.entente.kernel.Code;

/// Error codes of access, 1500 to 1599.
public enum AccessCode implements Code {
    ACCESS_DENIED(1500, Kind.CALLER),
    ACCESS_POLICY_BROKEN(1501, Kind.OURS),
    ACCESS_LINK_SPENT(1502, Kind.CALLER),
    ACCESS_OFFICER_UNKNOWN(1503, Kind.CALLER),
    ACCESS_OFFICER_EXISTS(1504, Kind.CALLER),
    ACCESS_MANDATE_INVALID(1505, Kind.CALLER),
    ACCESS_ROSTER_BROKEN(1506, Kind.CALLER),
    ACCESS_MANDATE_OWN(1507, Kind.CALLER),
    /// A link for another operator: it would let one person be both of the two that pairing needs.
    ACCESS_LINK_OPERATOR(1508, Kind.CALLER),
    /// A token for somebody who is no operator. Fact: the account.
    ACCESS_TOKEN_NOT_OPERATOR(1509, Kind.CALLER),
    /// Fact: how many days it may last.
    ACCESS_ABSENCE_UNFIT(1510, Kind.CALLER),
    /// Fact: the account.
    ACCESS_DEPUTY_UNFIT(1511, Kind.CALLER),
    ACCESS_ADDRESS_UNFIT(1512, Kind.CALLER);

    private final int number;
    private final Kind kind;

    AccessCode(int number, Kind kind) {
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
