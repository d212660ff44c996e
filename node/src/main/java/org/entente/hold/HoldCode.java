package org.entente.hold;

import org.entente.kernel.Code;

/// Error codes of hold, 2000 to 2199.
public enum HoldCode implements Code {
    HOLD_PROFILE_UNKNOWN(2000, Kind.CALLER),
    HOLD_PROFILE_BROKEN(2001, Kind.OURS),
    HOLD_PART_MISSING(2002, Kind.CALLER),
    HOLD_FILE_UNREADABLE(2003, Kind.CALLER),
    HOLD_FILE_FORMAT(2004, Kind.CALLER),
    HOLD_IMPORT_RUNNING(2005, Kind.CALLER),
    HOLD_IMPORT_UNKNOWN(2006, Kind.CALLER),
    HOLD_QUERY_EMPTY(2007, Kind.CALLER),
    HOLD_SELECTION_TOO_LARGE(2008, Kind.CALLER),
    HOLD_ID_MALFORMED(2009, Kind.CALLER),
    HOLD_DATE_MISSING(2010, Kind.CALLER),
    HOLD_IMPORT_FAILED(2011, Kind.OURS),
    /// Never thrown: how an import ends that would take a large share off its list.
    HOLD_DELISTING_UNCONFIRMED(2012, Kind.CALLER),
    HOLD_UPLOAD_FAILED(2013, Kind.OURS),
    HOLD_DATE_AHEAD(2014, Kind.CALLER),
    /// A newer edition of the list was loaded: who stands only in an older one has left it since. Facts: its date, the
    /// newest.
    HOLD_EDITION_OLDER(2015, Kind.CALLER),
    /// Nothing stands about the two, or one of them is not in the officer's view.
    HOLD_PAIR_UNKNOWN(2016, Kind.CALLER),
    HOLD_REASON_MISSING(2017, Kind.CALLER),
    /// The join would bring together two records that a person held apart.
    HOLD_JOIN_CROSSES(2018, Kind.LAW),
    /// The statements are of records that only the machine joined.
    HOLD_JOIN_UNCONFIRMED(2019, Kind.LAW);

    private final int number;
    private final Kind kind;

    HoldCode(int number, Kind kind) {
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
