package org.entente.match.score;

/// From how many bits on, prior included, two records are what a purpose takes them for. Shipped constants of the
/// shipped
/// model; a change of either is a new version.
public enum Threshold {
    /// Joined by machine, marked "not confirmed by a person": one pair in 64 may be wrong by the model.
    MERGE(6),
    /// Shown to a person who decides: from one chance in 16.
    REVIEW(-4);

    /// Of the shipped model and these constants together.
    public static final int VERSION = 1;

    private final double bits;

    Threshold(double bits) {
        this.bits = bits;
    }

    public double bits() {
        return bits;
    }
}
