package org.entente.release;

import org.entente.kernel.Code;

/// Error codes of release, 2200 to 2299.
public enum ReleaseCode implements Code {
    RELEASE_UNKNOWN(2200, Kind.CALLER),
    RELEASE_ORDER_INVALID(2201, Kind.CALLER),
    RELEASE_BODY_BROKEN(2202, Kind.PEER),
    RELEASE_CONTENT_BROKEN(2203, Kind.PEER),
    RELEASE_TERMS_DIFFER(2204, Kind.CALLER),
    RELEASE_NOT_POSSIBLE_NOW(2205, Kind.CALLER),
    CHALLENGE_UNKNOWN(2210, Kind.CALLER),
    CHALLENGE_ORDER_INVALID(2211, Kind.CALLER),
    CHALLENGE_NOT_IN_THIS_STATE(2212, Kind.CALLER),
    CHALLENGE_SAME_OFFICER(2213, Kind.CALLER),
    CHALLENGE_NOT_OURS(2214, Kind.CALLER),
    CHALLENGES_TOO_MANY(2215, Kind.CALLER),
    CHALLENGE_TERM_TOO_SHORT(2216, Kind.LAW);

    private final int number;
    private final Kind kind;

    ReleaseCode(int number, Kind kind) {
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
