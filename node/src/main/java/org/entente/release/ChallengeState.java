package org.entente.release;

/// Where a challenge stands at a moment. Both nodes compute it from the same deadline, and each from what became of its
/// own words.
public enum ChallengeState {
    OPEN,
    /// A word about it was refused by the other node or ran out on its way; it can be sent again.
    NOT_DELIVERED,
    /// Not answered at its deadline: what it challenges is not used until it is.
    SUSPENDED,
    CORRECTED,
    DELETED,
    MAINTAINED
}
