package org.entente.match.name;

/// How two words of a name agree, the strongest level that holds.
public enum TokenLevel {
    EXACT(1),
    /// The same but for Ñ and N.
    FOLDED(1),
    /// A pet name and its name, or the same name in the other language: Chuy and Jesús, John and Juan.
    NICKNAME(0.9),
    /// They sound alike to a Spanish or an English ear.
    PHONETIC(0.95),
    /// One edit, or a slip between letters that are mistaken for each other.
    NEAR(0.92),
    /// Two edits in a long word.
    FAR(0.75),
    /// They begin alike: Alejandra and Alejandrina, Wenceslao and Wencho.
    BEGINNING(0.6),
    /// One is the first letter of the other.
    INITIAL(0.7),
    /// Two words of one side are one word of the other: DON JUAN and DONJUAN.
    JOINED(1),
    OTHER(0);

    private final double likeness;

    TokenLevel(double likeness) {
        this.likeness = likeness;
    }

    /// Share of a spelling kept, 0 to 1.
    double likeness() {
        return likeness;
    }

    /// The place in tables of one run; it is never stored.
    @SuppressWarnings("EnumOrdinal")
    int index() {
        return ordinal();
    }
}
