package org.entente.bench.match;

/// Pairs that are found and true, that are found, and that are true. Where there is nothing to be wrong about, a
/// share is 1.
record PairCounts(long common, long found, long actual) {
    PairCounts {
        if (common < 0 || common > Math.min(found, actual)) {
            throw new IllegalArgumentException(common + " common of " + found + " found and " + actual + " actual");
        }
    }

    double precision() {
        return share((double) common, (double) found);
    }

    double recall() {
        return share((double) common, (double) actual);
    }

    double f1() {
        return share(2.0 * common, (double) found + actual);
    }

    /// F1 with each false pair counted twice: a wrong merge costs more than a missed one.
    double f1FalseTwice() {
        return share(2.0 * common, (double) found + actual + extra());
    }

    long extra() {
        return found - common;
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 1 : part / whole;
    }
}
