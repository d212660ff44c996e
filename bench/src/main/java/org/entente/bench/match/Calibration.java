package org.entente.bench.match;

import java.util.Arrays;
import java.util.OptionalDouble;

/// How far stated probabilities are from observed shares, over the pairs that are in doubt: 0.01 <= p <= 0.99.
final class Calibration {
    static final double LEAST = 0.01;
    static final double MOST = 0.99;
    private static final int BINS = 20;

    /// A pair is its probability's bits with the truth in the lowest bit: 2^-52 of a share, and it sorts as one
    /// number.
    private long[] pairs = new long[1 << 12];

    private int count;

    void add(double probability, boolean same) {
        if (probability < LEAST || probability > MOST) {
            return;
        }
        if (count == pairs.length) {
            pairs = Arrays.copyOf(pairs, count * 2);
        }
        pairs[count++] = (Double.doubleToLongBits(probability) & ~1L) | (same ? 1 : 0);
    }

    int count() {
        return count;
    }

    /// Mean over 20 bins of equal count of |mean probability - share of true pairs|, each bin weighted by its pairs;
    /// absent below one pair a bin. Pairs of one probability share their truth evenly over the bins they stand in.
    OptionalDouble error() {
        if (count < BINS) {
            return OptionalDouble.empty();
        }
        long[] sorted = Arrays.copyOf(pairs, count);
        Arrays.sort(sorted);
        double[] gaps = new double[BINS];
        int from = 0;
        while (from < count) {
            int to = from;
            int same = 0;
            while (to < count && sorted[to] >>> 1 == sorted[from] >>> 1) {
                same += (int) (sorted[to++] & 1);
            }
            double gap = Double.longBitsToDouble(sorted[from]) - (double) same / (to - from);
            for (; from < to; from++) {
                gaps[(int) ((long) from * BINS / count)] += gap;
            }
        }
        return OptionalDouble.of(Arrays.stream(gaps).map(Math::abs).sum() / count);
    }
}
