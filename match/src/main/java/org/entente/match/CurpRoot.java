package org.entente.match;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a CURP must say of a person by the rules of RENAPO (instructivo normativo, Diario Oficial, 18 October 2021):
/// its first 16 characters as far as the facts reach. Evidence in a comparison and nothing else: a derived key is
/// never stored as the person's, searched out or blinded. The homonym character and the check digit cannot be derived.
///
/// Measured on the 451 CURPs of the Treasury list of 2 July 2024: the first four letters follow from the listed name in
/// 431 (95.6 %); what is left are assumed identities and names by marriage.
public record CurpRoot(CivilFacts facts, String letters, String consonants) {
    /// Annex of the instructivo: beginnings that would be read as a word; their second letter becomes X.
    private static final Set<String> UNSEEMLY = Set.of(
            "BACA", "BAKA", "BUEI", "BUEY", "CACA", "CACO", "CAGA", "CAGO", "CAKA", "CAKO", "COGE", "COGI", "COJA",
            "COJE", "COJI", "COJO", "COLA", "CULO", "FALO", "FETO", "GETA", "GUEI", "GUEY", "JETA", "JOTO", "KACA",
            "KACO", "KAGA", "KAGO", "KAKA", "KAKO", "KOGE", "KOGI", "KOJA", "KOJE", "KOJI", "KOJO", "KOLA", "KULO",
            "LILO", "LOCA", "LOCO", "LOKA", "LOKO", "MAME", "MAMO", "MEAR", "MEAS", "MEON", "MIAR", "MION", "MOCO",
            "MOKO", "MULA", "MULO", "NACA", "NACO", "PEDA", "PEDO", "PENE", "PIPI", "PITO", "POPO", "PUTA", "PUTO",
            "QULO", "RATA", "ROBA", "ROBE", "ROBO", "RUIN", "SENO", "TETA", "VACA", "VAGA", "VAGO", "VAKA", "VUEI",
            "VUEY", "WUEI", "WUEY");

    /// How a CURP stands to a record's facts, part by part. `paternal` covers the first letter and the inner vowel;
    /// the last three compare the inner consonants.
    public record Agreement(
            KeyAgreement paternal,
            KeyAgreement maternal,
            KeyAgreement given,
            KeyAgreement.OfDate date,
            KeyAgreement sex,
            KeyAgreement state,
            KeyAgreement paternalConsonant,
            KeyAgreement maternalConsonant,
            KeyAgreement givenConsonant) {}

    public static CurpRoot of(CivilFacts facts) {
        boolean single = KeyWords.telling(facts.paternal()).isEmpty();
        String paternal = KeyWords.telling(single ? facts.maternal() : facts.paternal());
        String maternal = single ? "" : KeyWords.telling(facts.maternal());
        String given = KeyWords.tellingGiven(facts.given());
        String plain = "" + KeyWords.initial(paternal) + KeyWords.innerVowel(paternal) + KeyWords.initial(maternal)
                + KeyWords.initial(given);
        return new CurpRoot(
                facts,
                seemly(plain),
                "" + KeyWords.innerConsonant(paternal) + KeyWords.innerConsonant(maternal)
                        + KeyWords.innerConsonant(given));
    }

    private static String seemly(String letters) {
        return UNSEEMLY.contains(letters) ? letters.charAt(0) + "X" + letters.substring(2) : letters;
    }

    /// The first 16 characters when every fact is known; empty otherwise.
    public Optional<String> characters() {
        if (facts.born() == null || facts.sex() == null || facts.state() == null) {
            return Optional.empty();
        }
        return Optional.of(letters
                + KeyAgreement.OfDate.digits(facts.born())
                + letter(facts.sex())
                + facts.state().curp()
                + consonants);
    }

    /// Compares with a CURP as another record has it, in canonical form. Empty for one that has not the shape.
    public Optional<Agreement> compare(String curp) {
        if (!Curp.isWellShaped(curp)) {
            return Optional.empty();
        }
        boolean hasMaternal = !KeyWords.telling(facts.maternal()).isEmpty()
                && !KeyWords.telling(facts.paternal()).isEmpty();
        boolean hasGiven = !KeyWords.of(facts.given()).isEmpty();
        boolean centuryFits = facts.born() == null || facts.born().getYear() / 100 * 100 == Curp.century(curp);
        KeyAgreement.OfDate date = KeyAgreement.OfDate.of(facts.born(), curp.substring(4, 10));
        return Optional.of(new Agreement(
                KeyAgreement.of(paternalFits(curp)),
                letter(hasMaternal, letters.charAt(2), curp.charAt(2)),
                hasGiven ? KeyAgreement.of(letters.charAt(3) == curp.charAt(3)) : KeyAgreement.UNSAID,
                centuryFits || date == KeyAgreement.OfDate.UNSAID ? date : KeyAgreement.OfDate.DIFFERENT,
                said(facts.sex(), Curp.sex(curp)),
                facts.state() == null
                        ? KeyAgreement.UNSAID
                        : KeyAgreement.of(facts.state().curp().equals(curp.substring(11, 13))),
                KeyAgreement.of(consonants.charAt(0) == curp.charAt(13)),
                letter(hasMaternal, consonants.charAt(1), curp.charAt(14)),
                hasGiven ? KeyAgreement.of(consonants.charAt(2) == curp.charAt(15)) : KeyAgreement.UNSAID));
    }

    /// The second letter may be the X of an unseemly word that only the other record's letters complete.
    private boolean paternalFits(String curp) {
        if (letters.charAt(0) != curp.charAt(0)) {
            return false;
        }
        boolean single = KeyWords.telling(facts.paternal()).isEmpty();
        char vowel = KeyWords.innerVowel(KeyWords.telling(single ? facts.maternal() : facts.paternal()));
        String completed = "" + curp.charAt(0) + vowel + curp.substring(2, 4);
        return curp.charAt(1) == vowel || (curp.charAt(1) == 'X' && UNSEEMLY.contains(completed));
    }

    /// A record without a maternal surname agrees with an X and says nothing of a letter.
    private static KeyAgreement letter(boolean said, char derived, char found) {
        if (said) {
            return KeyAgreement.of(derived == found);
        }
        return found == 'X' ? KeyAgreement.AGREES : KeyAgreement.UNSAID;
    }

    private static KeyAgreement said(@Nullable Sex sex, Sex found) {
        return sex == null || sex == Sex.X || found == Sex.X ? KeyAgreement.UNSAID : KeyAgreement.of(sex == found);
    }

    private static char letter(Sex sex) {
        return switch (sex) {
            case M -> 'H';
            case F -> 'M';
            case X -> 'X';
        };
    }
}
