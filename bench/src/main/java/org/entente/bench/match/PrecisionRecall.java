package org.entente.bench.match;

/// Two shares and their harmonic mean.
record PrecisionRecall(double precision, double recall) {
    double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
