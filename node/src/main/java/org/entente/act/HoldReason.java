package org.entente.act;

/// Why an operation stays unarmed, besides a flaw in the consent and a ground of the law. Each is a text key of this
/// room (`held.<NAME>`).
public enum HoldReason {
    CONSENT_MISSING,
    CONSENT_REFUSED,
    CONSENT_REVOKED,
    CONDITION_NOT_ACCEPTED,
    WINDOW_PAST
}
