package org.entente.match;

/// Whom the form of an identifier says it belongs to.
public enum Holder {
    PERSON,
    COMPANY,
    UNSAID
}
