package org.entente.act;

/// What can happen to an operation.
public enum OperationEvent {
    PROPOSE,
    REFUSE,
    /// The host's first signature.
    SIGN,
    /// The host's second signature, by another officer in the other role.
    COUNTERSIGN,
    /// At the proposer: a consent has arrived and its two signatures hold.
    CONSENT,
    ARM,
    DISARM,
    REVOKE,
    /// The window is over.
    END
}
