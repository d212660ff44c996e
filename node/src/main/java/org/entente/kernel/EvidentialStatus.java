package org.entente.kernel;

/// How far an allegation has come, shown beside every name. Nobody becomes a suspect by import.
public enum EvidentialStatus {
    /// On a published list, as listed.
    LISTED,
    /// 69-B: presumed, the taxpayer may still rebut.
    LISTED_PRESUMED,
    /// 69-B: final listing.
    LISTED_FINAL,
    /// The presumption was rebutted: cleared.
    REBUTTED,
    /// A court ruled for the person: cleared.
    CLEARED_BY_COURT,
    DELISTED,
    ALLEGED,
    CHARGED,
    CONVICTED,
    ACQUITTED,
    /// Not about conduct (a thing, an event, a witness).
    NONE;

    /// A cleared, delisted or acquitted subject: a hit says so before anything else and starts no request.
    public boolean isCleared() {
        return this == REBUTTED || this == CLEARED_BY_COURT || this == DELISTED || this == ACQUITTED;
    }
}
