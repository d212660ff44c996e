package org.entente.match.score;

/// The m and u of the levels before a collection has taught its own.
final class ShippedModel {
    /// Two records that come together by no more than a shared key are of one person as seldom as one in 16 million:
    /// between
    /// a list of ten thousand (2^-14) and the 130 million of Mexico (2^-27).
    static final double PRIOR_BITS = -24;

    private ShippedModel() {}

    static double[][] m() {
        return table(new double[] {0.85, 0.02, 0.05, 0.03, 0.01, 0.04}, true);
    }

    static double[][] u() {
        return table(new double[] {0.00005, 0.00003, 0.0008, 0.003, 0.014, 0.982}, false);
    }

    private static double[][] table(double[] dates, boolean m) {
        double[][] table = new double[Field.values().length][];
        for (Field field : Field.values()) {
            table[field.index()] = switch (Comparator.of(field)) {
                case DATE -> dates.clone();
                case CATEGORY -> m ? row(0.97, 0, 0, 0.03) : row(0.5, 0, 0, 0.5);
                case TEXT, MAKER, CALIBRE -> m ? row(0.7, 0.08, 0.12, 0.1) : row(0.02, 0.01, 0.05, 0.92);
                case POSTCODE -> m ? row(0.7, 0.08, 0.08, 0.14) : row(0.0005, 0.001, 0.005, 0.9935);
                case EMAIL -> m ? row(0.75, 0.1, 0.05, 0.1) : row(0.000001, 0.00001, 0.0001, 0.99989);
                case NUMBER, SERIAL -> m ? row(0.85, 0.05, 0, 0.1) : row(0.0000001, 0.000001, 0, 0.9999989);
                case NAME -> row(0.8, 0, 0, 0.2);
            };
        }
        return table;
    }

    private static double[] row(double exact, double near, double part, double other) {
        return new double[] {exact, 1e-6, Math.max(near, 1e-6), Math.max(part, 1e-6), 1e-6, other};
    }
}
