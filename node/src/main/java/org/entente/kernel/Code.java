package org.entente.kernel;

/// An error code of a room. Numbers are unique over the product, each room in its own range; the room's text file
/// `org/entente/<room>/texts.properties` has `<name>.en`, `<name>.es`, `<name>.hint.en` and `<name>.hint.es`.
public interface Code {
    String name();

    int number();

    Kind kind();

    /// Who can mend it.
    enum Kind {
        CALLER,
        PEER,
        LAW,
        OURS,
        STORAGE
    }
}
