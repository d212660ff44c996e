package org.entente.hold;

/// Two records, the lower id first: the same pair whichever way it is named.
public record RecordPair(SubjectId one, SubjectId other) {
    public RecordPair {
        if (one.toString().compareTo(other.toString()) > 0) {
            SubjectId lower = other;
            other = one;
            one = lower;
        }
    }

    public boolean has(SubjectId record) {
        return one.equals(record) || other.equals(record);
    }

    /// The one of the two that this is not.
    public SubjectId beside(SubjectId record) {
        return one.equals(record) ? other : one;
    }
}
