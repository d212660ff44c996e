package org.entente.match.organisation;

/// Evidence as a number.
final class Bits {
    /// Bits are kept in 1024ths, as in all of this module, so that any sum of them is exact whatever the order.
    private static final double GRAIN = 1024;

    private static final double LN_2 = StrictMath.log(2);

    private Bits() {}

    /// log2(m/u), to the nearest 1024th.
    static double of(double m, double u) {
        return Math.rint(StrictMath.log(m / u) / LN_2 * GRAIN) / GRAIN;
    }
}
