package org.entente.match.score;

/// From how many bits on, prior included, two records are what a purpose takes them for. Shipped constants of the
/// shipped
/// model; a change of either is a new version.
public enum Threshold {
    /// Joined by machine, marked "not confirmed by a person": one pair in 64 may be wrong by the model.
    MERGE(6),
    /// Shown to a person who decides: from one chance in 16.
    REVIEW(-4),
    /// Records of one collection, by the model that the collection taught, from which clusters are made: one chance in
    /// three, since a cluster asks for the mean of all its pairs. Of 0, -1 and -2 the one at which three public
    /// sets of
    /// other makers (Febrl 3, Splink's 1,000, half of its 50,000 historical persons) all keep precision above 0.99
    /// and lose
    /// least recall.
    LINK(-1),
    /// Names alone, without prior: a list of some ten thousand people shows this many bits to one innocent in some
    /// hundreds ([org.entente.match.name.NameComparison#bits] under the list's own commonness).
    SCREEN(14.5);

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
