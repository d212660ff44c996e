package org.entente.match.score;

/// How two values of a field agree, the strongest level that holds. What each means for a field is said in
/// [Comparator].
public enum Level {
    EXACT,
    /// Day and month in the other order.
    SWAPPED,
    /// A slip: one edit, or two in a long text.
    NEAR,
    /// A part is the same: two of day, month and year; a word of a place; the district of a postcode.
    PART,
    /// The year alone.
    YEAR,
    OTHER;

    /// The place in tables of one run; it is never stored.
    @SuppressWarnings("EnumOrdinal")
    int index() {
        return ordinal();
    }
}
