package org.entente.match;

import java.util.ArrayList;
import java.util.List;
import org.entente.match.Segment.Meaning;

/// Clave de elector on the INE's credential: six consonants of the name, YYMMDD, state of birth, sex, a check digit
/// whose rule is not public, two homonym digits. All 21 keys of 18 characters that the Treasury list of 2 July 2024
/// gives as electoral registry numbers have this shape; folio and OCR numbers of older cards (12 or 13 digits) do not.
final class ElectorKey {
    private static final Shape SHAPE = new Shape("AAAAAA99999999S999");

    private ElectorKey() {}

    static Identifier read(String compact) {
        if (!SHAPE.fits(compact)) {
            return Identifiers.malformed(IdentifierType.INE_KEY, compact);
        }
        return new Identifier.Parsed(
                IdentifierType.INE_KEY,
                compact,
                Holder.PERSON,
                List.of(
                        new Check(Check.Rule.FORM, true),
                        new Check(Check.Rule.DATE, CalendarDigits.isDateInAnyCentury(compact.substring(6, 12))),
                        new Check(Check.Rule.STATE, !state(compact).isEmpty())));
    }

    static Explanation explain(String compact) {
        if (!SHAPE.fits(compact)) {
            return new Explanation(IdentifierType.INE_KEY, compact, List.of(), SHAPE.findings(compact));
        }
        String yymmdd = compact.substring(6, 12);
        String date = CalendarDigits.isoWithoutCentury(yymmdd);
        String state = state(compact);
        List<Segment> says = List.of(
                new Segment(0, 6, Meaning.NAME_CONSONANTS, compact.substring(0, 6)),
                new Segment(6, 12, Meaning.BIRTH_DATE_WITHOUT_CENTURY, date),
                new Segment(12, 14, Meaning.STATE, state),
                new Segment(14, 15, Meaning.SEX, sex(compact.charAt(14)).name()),
                new Segment(15, 16, Meaning.CHECK, compact.substring(15, 16)),
                new Segment(16, 18, Meaning.HOMONYM, compact.substring(16)));
        List<Finding> against = new ArrayList<>();
        if (date.isEmpty()) {
            against.add(new Finding.NoSuchDate(yymmdd));
        }
        if (state.isEmpty()) {
            against.add(new Finding.NoSuchState(compact.substring(12, 14)));
        }
        return new Explanation(IdentifierType.INE_KEY, compact, says, against);
    }

    private static String state(String key) {
        return MexicanState.ofElectoralNumber(Integer.parseInt(key, 12, 14, 10))
                .map(MexicanState::iso)
                .orElse("");
    }

    private static Sex sex(char letter) {
        return letter == 'H' ? Sex.M : letter == 'M' ? Sex.F : Sex.X;
    }
}
