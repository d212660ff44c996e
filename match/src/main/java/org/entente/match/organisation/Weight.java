package org.entente.match.organisation;

/// What is not an agreement of words: legal forms, words left over, and the rule that ordinary words alone carry
/// nothing. `m` is how often two names of one organisation show it, `u` how often two of different ones.
///
/// The figures are set by hand, in round figures: `m` on the 48 variant aliases of Mexican entities on the Treasury
/// list and the 97 labelled pairs of nomenklatura's development set, `u` on random pairs of the 69-B list.
enum Weight {
    FORM_SAME("legal form", "same", 0.60, 0.30),
    FORM_EQUIVALENT("legal form", "equivalent", 0.25, 0.15),
    FORM_ONE_SIDED("legal form", "one-sided", 0.40, 0.45),
    FORM_DIFFERENT("legal form", "different", 0.02, 0.35),
    /// Both sides have a word that the other lacks.
    WORDS_DIFFER("words", "different", 0.0015, 0.95),
    /// Both lack only an ordinary word: systems here, industries there.
    ORDINARY_WORDS_DIFFER("words", "different", 0.02, 0.80),
    MORE_WORDS_DIFFER("words", "different too", 0.15, 0.80),
    NUMBERS_DIFFER("number", "different", 0.0015, 0.90),
    NUMBER_ONE_SIDED("number", "one-sided", 0.03, 0.60),
    /// Both names have their legal form, so that each should be whole.
    ONE_SIDED_OF_WHOLE_NAMES("word", "one-sided, both names whole", 0.0015, 0.80),
    DISTINCTIVE_ONE_SIDED("word", "one-sided, distinctive", 0.02, 0.80),
    ORDINARY_ONE_SIDED("word", "one-sided, ordinary", 0.20, 0.80),
    PLACE_ONE_SIDED("word", "one-sided, place", 0.30, 0.80),
    MORE_ONE_SIDED("word", "one-sided too", 0.55, 0.80),
    /// Only ordinary words and places agree, and something is left over.
    NOTHING_DISTINCTIVE("agreement", "nothing distinctive", 0.003, 0.90);

    private final String what;
    private final String level;
    private final double m;
    private final double u;
    private final double bits;

    Weight(String what, String level, double m, double u) {
        this.what = what;
        this.level = level;
        this.m = m;
        this.u = u;
        this.bits = Bits.of(m, u);
    }

    String what() {
        return what;
    }

    String level() {
        return level;
    }

    double m() {
        return m;
    }

    double u() {
        return u;
    }

    double bits() {
        return bits;
    }
}
