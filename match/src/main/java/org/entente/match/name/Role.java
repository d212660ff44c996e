package org.entente.match.name;

/// What a part of a person's name is. A Mexican has a paternal and a maternal surname, in this order; a single surname
/// is
/// read as the paternal one.
public enum Role {
    GIVEN,
    PATERNAL,
    MATERNAL,
    /// "GARCIA DE TOLEDO": taken by marriage.
    MARRIED;

    public boolean isSurname() {
        return this != GIVEN;
    }
}
