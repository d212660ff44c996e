package org.entente.match.score;

/// One comparison inside a score: what was compared, both raw values, the level they reached, and what that is worth.
///
/// `m` is how often two records of one subject reach this level, `u` how often two records of different subjects do,
/// both in (0, 1]. `bits` is log2(m/u), computed once by who compared, so that the parts of a score sum to it exactly;
/// it is not computed again here.
public record Part(String what, String left, String right, String level, double m, double u, double bits) {
    /// With the bits that m and u give.
    public static Part of(String what, String left, String right, String level, double m, double u) {
        return new Part(what, left, right, level, m, u, bits(m, u));
    }

    /// log2(m/u).
    public static double bits(double m, double u) {
        return StrictMath.log(m / u) / LN_2;
    }

    private static final double LN_2 = StrictMath.log(2);
}
