package org.entente.act;

/// How far an operation has come. `CONSENTED_PARTIALLY` is seen at the host only: one of its two officers has signed.
public enum OperationState {
    DRAFT,
    PROPOSED,
    REFUSED,
    CONSENTED_PARTIALLY,
    CONSENTED,
    ARMED,
    DISARMED,
    REVOKED,
    ENDED
}
