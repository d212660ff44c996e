package org.entente.release;

/// Where a challenge stands at a moment; both nodes compute it from the same deadline.
public enum ChallengeState {
    OPEN,
    /// Not answered at its deadline: what it challenges is not used until it is.
    SUSPENDED,
    CORRECTED,
    DELETED,
    MAINTAINED
}
