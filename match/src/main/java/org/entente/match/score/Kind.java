package org.entente.match.score;

/// What a record is about. Only records of one kind are compared.
public enum Kind {
    PERSON,
    ORGANISATION,
    VEHICLE,
    FIREARM,
    VESSEL,
    AIRCRAFT,
    PHONE,
    DOCUMENT
}
