package org.entente.bench.match;

import java.util.Arrays;

/// A 95 % interval of a figure by the bootstrap's percentiles.
record Interval(double low, double high) {
    private static final int REPLICATES = 1_000;
    /// Beyond so many units the interval is narrow and the draws are many.
    private static final int UNITS_MANY = 100_000;

    private static final int REPLICATES_OF_MANY = 200;

    /// Of the sum of numerators over the sum of denominators, over units drawn with replacement. Every figure here
    /// is such a ratio: F1 is 2 TP / (found + actual).
    static Interval ofRatio(double[] numerators, double[] denominators, long seed) {
        int units = numerators.length;
        double[] ratios = new double[units > UNITS_MANY ? REPLICATES_OF_MANY : REPLICATES];
        Draw draw = Draw.of(seed, units);
        for (int replicate = 0; replicate < ratios.length; replicate++) {
            double numerator = 0;
            double denominator = 0;
            for (int drawn = 0; drawn < units; drawn++) {
                int unit = draw.below(units);
                numerator += numerators[unit];
                denominator += denominators[unit];
            }
            ratios[replicate] = denominator == 0 ? 1 : numerator / denominator;
        }
        Arrays.sort(ratios);
        return new Interval(ratios[(int) (ratios.length * 0.025)], ratios[(int) (ratios.length * 0.975)]);
    }
}
