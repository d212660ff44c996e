package org.entente.match.link;

import org.entente.match.score.Training;

/// Pairs of records by their indices, the lower one first, in ascending order. Immutable.
public final class Pairs implements Training.PairSource {
    private final long[] packed;

    Pairs(long[] packed) {
        this.packed = packed;
    }

    @Override
    public int count() {
        return packed.length;
    }

    @Override
    public int low(int at) {
        return (int) (packed[at] >>> 32);
    }

    @Override
    public int high(int at) {
        return (int) packed[at];
    }
}
