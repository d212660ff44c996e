package org.entente.match.name;

/// How two words of a name agree, the strongest level that holds.
public enum TokenLevel {
    EXACT,
    /// The same but for Ñ and N.
    FOLDED,
    /// A pet name and its name, or the same name in the other language: Chuy and Jesús, John and Juan.
    NICKNAME,
    /// They sound alike to a Spanish or an English ear.
    PHONETIC,
    /// One edit, or a slip between letters that are mistaken for each other.
    NEAR,
    /// Two edits in a long word.
    FAR,
    /// They begin alike: Alejandra and Alejandrina, Wenceslao and Wencho.
    BEGINNING,
    /// One is the first letter of the other.
    INITIAL,
    /// Two words of one side are one word of the other: DON JUAN and DONJUAN.
    JOINED,
    OTHER
}
