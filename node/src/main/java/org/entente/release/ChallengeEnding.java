package org.entente.release;

/// How the owner ends a challenge.
public enum ChallengeEnding {
    /// Another release takes the place of the challenged one, which is destroyed at its receiver.
    CORRECTED,
    /// Content and content key are destroyed at the receiver, as after a recall.
    DELETED,
    /// The statements stand; the owner gives its reasons.
    MAINTAINED
}
