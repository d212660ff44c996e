package org.entente.match.name;

import java.util.Arrays;

/// What agreement and disagreement of the parts of a name are worth, in bits: `log2(m/u)`, where m is how often the
/// names
/// of one person agree so and u how often the names of two people do.
///
/// The m of levels and roles come from the 230 aliases of Mexican narcotics designations that are variants of the name
/// (Treasury list, state of July 2026: both surnames the same 35 %, maternal changed 24 % and dropped 10 %, paternal
/// changed 16 %, moved 5 %, swapped 2 %; given names the same 38 %, other or a pet name 30 %, fewer 13 %, more 10 %),
/// mixed one to four with registers, where a name is written as it was before nine times in ten.
final class NameModel {
    /// Bits are kept in 1024ths, so that any sum of them is exact whatever the order.
    private static final double GRAIN = 1024;

    /// How often a pair of words of one person agrees at the level, in the order of [TokenLevel].
    private static final double[] M = {0.80, 0.02, 0.025, 0.06, 0.06, 0.01, 0.01, 0.02, 0.01, 0};

    private static final double[] M_BITS =
            Arrays.stream(M).map(share -> log2(Math.max(share, 1e-9))).toArray();

    /// What the words of two people agree in by chance beside the share of the words themselves, measured over random
    /// pairs of the Mexican surname table (NameModelTest prints it).
    private static final double[] U_BESIDE = {0, 0, 0.002, 0, 0.0008, 0.004, 0.02, 0.05, 0.00001, 1};

    /// Short words come near each other by chance more often.
    private static final int SHORT_LETTERS = 4;

    private static final double SHORT_TIMES = 8;

    /// Swapped surnames; a surname among the given names, or the other way; a married name beside a born one.
    private static final double SWAPPED_BITS = -3;

    private static final double MOVED_BITS = -4;
    private static final double MARRIED_BITS = -1;

    /// Both sides have one and they do not agree.
    private static final double GIVEN_CONFLICT_BITS = -3.5;

    private static final double GIVEN_REST_BITS = -2.5;
    private static final double PATERNAL_CONFLICT_BITS = -4;
    private static final double MATERNAL_CONFLICT_BITS = -2.5;

    /// Only one side has it.
    private static final double GIVEN_MISSING_BITS = -0.5;

    /// One side has no given name at all, or no word of it is left over beside another that agrees.
    private static final double ALL_GIVEN_MISSING_BITS = -2;

    private static final double PATERNAL_MISSING_BITS = -1.5;
    private static final double MATERNAL_MISSING_BITS = -0.5;
    private static final double MARRIED_MISSING_BITS = -0.25;

    private NameModel() {}

    static double m(TokenLevel level) {
        return M[level.index()];
    }

    /// How often the words of two people agree at this level, given the words.
    static double u(TokenLevel level, Reading one, int i, Reading other, int j, Commonness known) {
        return u(
                level,
                one.words[i],
                one.roles[i],
                known.share(one.words[i], one.roles[i], one.isGuessed),
                known.share(other.words[j], other.roles[j], other.isGuessed));
    }

    private static double u(TokenLevel level, NameToken one, Role role, double first, double second) {
        double commoner = Math.max(first, second);
        double beside = U_BESIDE[level.index()] * (one.letters.length <= SHORT_LETTERS ? SHORT_TIMES : 1);
        return switch (level) {
            case EXACT, FOLDED -> commoner;
            case NICKNAME, NEAR, FAR -> Math.min(1, commoner + beside);
            case PHONETIC -> Math.max(commoner, role.isSurname() ? one.surnameCode : one.givenCode);
            case INITIAL -> U_BESIDE[level.index()];
            case BEGINNING, JOINED, OTHER -> beside;
        };
    }

    static double bits(TokenLevel level, Reading one, int i, Reading other, int j, Commonness known) {
        double evidence = M_BITS[level.index()] - log2(u(level, one, i, other, j, known));
        return grained(evidence + transition(one.roles[i], other.roles[j]));
    }

    static double transition(Role one, Role other) {
        if (one == other) {
            return 0;
        }
        if (one == Role.GIVEN || other == Role.GIVEN) {
            return MOVED_BITS;
        }
        return one == Role.MARRIED || other == Role.MARRIED ? MARRIED_BITS : SWAPPED_BITS;
    }

    /// Both sides have a part in this role, and they are different.
    static double conflict(Role role, boolean others) {
        return switch (role) {
            case GIVEN -> others ? GIVEN_REST_BITS : GIVEN_CONFLICT_BITS;
            case PATERNAL -> PATERNAL_CONFLICT_BITS;
            case MATERNAL, MARRIED -> MATERNAL_CONFLICT_BITS;
        };
    }

    /// @param others whether another part in this role agreed or was counted before
    static double missing(Role role, boolean others) {
        return switch (role) {
            case GIVEN -> others ? GIVEN_MISSING_BITS : ALL_GIVEN_MISSING_BITS;
            case PATERNAL -> PATERNAL_MISSING_BITS;
            case MATERNAL -> MATERNAL_MISSING_BITS;
            case MARRIED -> MARRIED_MISSING_BITS;
        };
    }

    static double grained(double bits) {
        return Math.rint(bits * GRAIN) / GRAIN;
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
