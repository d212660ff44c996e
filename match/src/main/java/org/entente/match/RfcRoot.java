package org.entente.match;

import java.util.Optional;
import java.util.Set;

/// What the RFC of a person must begin with by the tax authority's rules (Servicio de Administración Tributaria,
/// reglas para la formación de la clave, personas físicas): four letters, and six digits of the birth date. Evidence in
/// a comparison and nothing else, like [CurpRoot]. The homoclave is not derived.
public record RfcRoot(CivilFacts facts, Rule rule, String letters) {
    /// Which of the rules gives the four letters.
    public enum Rule {
        /// Letter and inner vowel of the first surname, letter of the second, letter of the given name.
        USUAL,
        /// A first surname of one or two letters: letter of each surname, two letters of the given name.
        SHORT_SURNAME,
        /// No second surname: two letters of the surname, two of the given name.
        ONE_SURNAME
    }

    /// The authority's own annex; the last letter becomes X.
    private static final Set<String> UNSEEMLY = Set.of(
            "BUEI", "BUEY", "CACA", "CACO", "CAGA", "CAGO", "CAKA", "CAKO", "COGE", "COJA", "COJE", "COJI", "COJO",
            "CULO", "FETO", "GUEY", "JOTO", "KACA", "KACO", "KAGA", "KAGO", "KAKA", "KOGE", "KOJO", "KULO", "MAME",
            "MAMO", "MEAR", "MEAS", "MEON", "MION", "MOCO", "MULA", "PEDA", "PEDO", "PENE", "PUTA", "PUTO", "QULO",
            "RATA", "RUIN");

    /// How an RFC stands to a record's facts. `matchingLetters` counts equal ones of the four, in their places.
    public record Agreement(
            int matchingLetters,
            KeyAgreement paternal,
            KeyAgreement maternal,
            KeyAgreement given,
            KeyAgreement.OfDate date) {}

    public static RfcRoot of(CivilFacts facts) {
        boolean single = KeyWords.telling(facts.paternal()).isEmpty();
        String first = KeyWords.telling(single ? facts.maternal() : facts.paternal());
        String second = single ? "" : KeyWords.telling(facts.maternal());
        String given = KeyWords.tellingGiven(facts.given());
        Rule rule = second.isEmpty() ? Rule.ONE_SURNAME : first.length() <= 2 ? Rule.SHORT_SURNAME : Rule.USUAL;
        String letters = switch (rule) {
            case USUAL -> "" + at(first, 0) + KeyWords.innerVowel(first) + at(second, 0) + at(given, 0);
            case SHORT_SURNAME -> "" + at(first, 0) + at(second, 0) + at(given, 0) + at(given, 1);
            case ONE_SURNAME -> "" + at(first, 0) + at(first, 1) + at(given, 0) + at(given, 1);
        };
        return new RfcRoot(facts, rule, UNSEEMLY.contains(letters) ? letters.substring(0, 3) + "X" : letters);
    }

    /// The first ten characters when the birth date is known.
    public Optional<String> characters() {
        return facts.born() == null
                ? Optional.empty()
                : Optional.of(letters + KeyAgreement.OfDate.digits(facts.born()));
    }

    /// Compares with an RFC of a person in canonical form, with or without homoclave; empty for anything else.
    public Optional<Agreement> compare(String rfc) {
        if (!Rfc.isPersonal(rfc)) {
            return Optional.empty();
        }
        int matching = 0;
        for (int i = 0; i < 4; i++) {
            matching += isSame(i, rfc) ? 1 : 0;
        }
        boolean hasGiven = !KeyWords.of(facts.given()).isEmpty();
        KeyAgreement given = hasGiven ? KeyAgreement.of(isSame(3, rfc)) : KeyAgreement.UNSAID;
        Agreement agreement = switch (rule) {
            case USUAL ->
                new Agreement(
                        matching,
                        KeyAgreement.of(isSame(0, rfc) && isSame(1, rfc)),
                        KeyAgreement.of(isSame(2, rfc)),
                        given,
                        date(rfc));
            case SHORT_SURNAME ->
                new Agreement(
                        matching,
                        KeyAgreement.of(isSame(0, rfc)),
                        KeyAgreement.of(isSame(1, rfc)),
                        hasGiven ? KeyAgreement.of(isSame(2, rfc) && isSame(3, rfc)) : KeyAgreement.UNSAID,
                        date(rfc));
            case ONE_SURNAME -> oneSurname(rfc, matching, given);
        };
        return Optional.of(agreement);
    }

    /// Whose second surname is unknown may still have one: the usual rule is tried where this one does not fit.
    private Agreement oneSurname(String rfc, int matching, KeyAgreement given) {
        boolean fits = isSame(0, rfc) && isSame(1, rfc) && isSame(2, rfc) && isSame(3, rfc);
        if (fits) {
            return new Agreement(matching, KeyAgreement.AGREES, KeyAgreement.UNSAID, given, date(rfc));
        }
        boolean single = KeyWords.telling(facts.paternal()).isEmpty();
        String surname = KeyWords.telling(single ? facts.maternal() : facts.paternal());
        String name = KeyWords.tellingGiven(facts.given());
        boolean letter = at(surname, 0) == rfc.charAt(0);
        boolean vowel = KeyWords.innerVowel(surname) == rfc.charAt(1);
        boolean initial = at(name, 0) == rfc.charAt(3);
        return new Agreement(
                (letter ? 1 : 0) + (vowel ? 1 : 0) + (initial ? 1 : 0),
                KeyAgreement.of(letter && vowel),
                KeyAgreement.UNSAID,
                given == KeyAgreement.UNSAID ? KeyAgreement.UNSAID : KeyAgreement.of(initial),
                date(rfc));
    }

    private KeyAgreement.OfDate date(String rfc) {
        return KeyAgreement.OfDate.of(facts.born(), rfc.substring(4, 10));
    }

    /// Ñ is printed as Ñ, N or X.
    private boolean isSame(int at, String rfc) {
        char derived = letters.charAt(at);
        char found = rfc.charAt(at);
        return derived == found || (derived == 'Ñ' && (found == 'N' || found == 'X'));
    }

    private static char at(String word, int index) {
        return index < word.length() && Character.isLetter(word.charAt(index)) ? word.charAt(index) : 'X';
    }
}
