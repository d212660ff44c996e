package org.entente.bench.match;

import java.util.Arrays;

/// The scored pairs that are in doubt, kept until the truth is read; and one number over all pairs in their order,
/// by which two runs are compared.
final class DoubtfulPairs implements Linker.ScoredPairs {
    private int[] ones = new int[1 << 12];
    private int[] others = new int[1 << 12];
    private double[] probabilities = new double[1 << 12];
    private int count;
    private long digest = 1;

    @Override
    public synchronized void pair(int one, int other, double probability) {
        digest = digest * 31 + one;
        digest = digest * 31 + other;
        digest = digest * 31 + Double.doubleToLongBits(probability);
        if (probability < Calibration.LEAST || probability > Calibration.MOST) {
            return;
        }
        if (count == ones.length) {
            ones = Arrays.copyOf(ones, count * 2);
            others = Arrays.copyOf(others, count * 2);
            probabilities = Arrays.copyOf(probabilities, count * 2);
        }
        ones[count] = one;
        others[count] = other;
        probabilities[count++] = probability;
    }

    long digest() {
        return digest;
    }

    Calibration against(int[] truth) {
        Calibration calibration = new Calibration();
        for (int at = 0; at < count; at++) {
            calibration.add(probabilities[at], truth[ones[at]] == truth[others[at]]);
        }
        return calibration;
    }
}
