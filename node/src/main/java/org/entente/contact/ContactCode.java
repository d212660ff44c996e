package org.entente.contact;

import org.entente.kernel.Code;

/// Error codes of contact, 2900 to 2999.
public enum ContactCode implements Code {
    /// The party's own law wants no such report. Fact: party.
    CONTACT_NOT_REPORTED(2900, Kind.LAW),
    CONTACT_UNKNOWN(2901, Kind.CALLER),
    /// Facts: field, value.
    CONTACT_FIELD_UNFIT(2902, Kind.CALLER),
    /// It crossed through the node, stands in a report, or was struck out before.
    CONTACT_STANDS(2903, Kind.CALLER),
    CONTACT_NOTHING_OWED(2904, Kind.CALLER),
    /// Fact: number.
    CONTACT_REPORT_UNKNOWN(2905, Kind.CALLER),
    /// Fact: number.
    CONTACT_REPORT_HANDED_OVER(2906, Kind.CALLER);

    private final int number;
    private final Kind kind;

    ContactCode(int number, Kind kind) {
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
