package org.entente.release;

/// A release as its owner sees it: the outbox's progress, then what the receiver's signed messages say.
public enum SentState {
    QUEUED,
    SENT,
    DELIVERED,
    /// The peer's node would not take it, or it ran out on the way.
    NOT_DELIVERED,
    ACKNOWLEDGED,
    OPENED,
    /// Recall on its way; the receiver has not answered.
    RECALLING,
    /// The receiver attests that content and key are destroyed, at the end of the terms or at the owner's demand.
    EXPIRED,
    RECALLED
}
