package org.entente.release;

/// Who brings a challenge. Counsel and authorities are named; the person concerned is not: the statements name them.
public enum Challenger {
    PERSON_CONCERNED,
    COUNSEL,
    DATA_PROTECTION_AUTHORITY
}
