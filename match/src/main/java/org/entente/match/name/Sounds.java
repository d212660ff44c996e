package org.entente.match.name;

import org.apache.commons.codec.language.DoubleMetaphone;
import org.entente.match.Phonetics;

/// How a word sounds to a Spanish and to an English ear.
final class Sounds {
    private static final DoubleMetaphone METAPHONE = new DoubleMetaphone();

    private Sounds() {}

    static String spanish(String word) {
        return Phonetics.code(word);
    }

    /// Double Metaphone of four letters (Philips, C/C++ Users Journal 18(6), 2000); empty for what has none. Stateless
    /// once made, so it is shared.
    static String english(String folded) {
        String code = METAPHONE.doubleMetaphone(folded);
        return code == null ? "" : code;
    }
}
