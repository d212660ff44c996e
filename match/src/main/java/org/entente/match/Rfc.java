package org.entente.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.match.Segment.Meaning;

/// Registro Federal de Contribuyentes: a person's has 4 letters, YYMMDD and 3 characters, a company's 3
/// letters; the last character is a check. Lists also carry it without the last three ("homoclave"): that form
/// is kept as it came, told apart as not well-formed, since many taxpayers may share it.
public final class Rfc {
    private static final Shape SHAPE = new Shape("TTTT999999NNN", "TTT999999NNN");
    private static final Shape ROOT = new Shape("TTTT999999", "TTT999999");

    /// SAT, anexo 20 / generic keys for the general public and for foreign residents.
    private static final Set<String> PLACEHOLDERS = Set.of("XAXX010101000", "XEXX010101000");

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ";
    private static final int PERSON_LENGTH = 13;
    private static final int COMPANY_LENGTH = 12;

    private Rfc() {}

    static Identifier read(String compact) {
        if (PLACEHOLDERS.contains(compact)) {
            return new Identifier.Placeholder(IdentifierType.RFC, compact);
        }
        boolean formed = SHAPE.fits(compact);
        if (!formed && !ROOT.fits(compact)) {
            return Identifiers.malformed(IdentifierType.RFC, compact);
        }
        int letterCount = letterCount(compact);
        Check form = new Check(Check.Rule.FORM, formed);
        Check date = new Check(
                Check.Rule.DATE, CalendarDigits.isDateInAnyCentury(compact.substring(letterCount, letterCount + 6)));
        Holder holder = letterCount == 3 ? Holder.COMPANY : Holder.PERSON;
        if (!formed) {
            return new Identifier.Parsed(IdentifierType.RFC, compact, holder, List.of(form, date));
        }
        int last = compact.length() - 1;
        Check check =
                new Check(Check.Rule.CHECK_DIGIT, checkCharacter(compact.substring(0, last)) == compact.charAt(last));
        return new Identifier.Parsed(IdentifierType.RFC, compact, holder, List.of(form, date, check));
    }

    static Explanation explain(String compact) {
        boolean formed = SHAPE.fits(compact);
        List<Finding> against = new ArrayList<>(SHAPE.findings(compact));
        if (!formed && !ROOT.fits(compact)) {
            return new Explanation(IdentifierType.RFC, compact, List.of(), against);
        }
        int letters = letterCount(compact);
        String yymmdd = compact.substring(letters, letters + 6);
        String date = CalendarDigits.isoWithoutCentury(yymmdd);
        if (date.isEmpty()) {
            against.add(new Finding.NoSuchDate(yymmdd));
        }
        List<Segment> says = new ArrayList<>();
        says.add(new Segment(0, letters, Meaning.NAME_LETTERS, compact.substring(0, letters)));
        says.add(new Segment(
                letters,
                letters + 6,
                letters == 3 ? Meaning.FOUNDING_DATE_WITHOUT_CENTURY : Meaning.BIRTH_DATE_WITHOUT_CENTURY,
                date));
        if (formed) {
            int last = compact.length() - 1;
            says.add(new Segment(last - 2, last, Meaning.HOMONYM, compact.substring(last - 2, last)));
            says.add(new Segment(last, last + 1, Meaning.CHECK, compact.substring(last)));
            char expected = checkCharacter(compact.substring(0, last));
            if (expected != compact.charAt(last)) {
                against.add(new Finding.WrongCheckDigit(last, expected, compact.charAt(last)));
            }
        }
        return new Explanation(IdentifierType.RFC, compact, says, against);
    }

    /// Letters before the date of a text that fits the shape or its root: 3 of a company, 4 of a person.
    static int letterCount(String compact) {
        return Shape.isDigit(compact.charAt(3)) ? 3 : 4;
    }

    /// Whether the first ten characters are a person's letters and date, with or without a homoclave.
    static boolean isPersonal(String compact) {
        return (SHAPE.fits(compact) || ROOT.fits(compact)) && letterCount(compact) == 4;
    }

    /// The last character for all before it (11 of a company, 12 of a person): a company's is padded on the
    /// left with a space; weights 13 down to 2; 11 minus the sum modulo 11, where 10 is A and 11 is 0.
    public static char checkCharacter(String body) {
        if (body.length() != COMPANY_LENGTH - 1 && body.length() != PERSON_LENGTH - 1) {
            throw new IllegalArgumentException("11 or 12 characters, not " + body.length());
        }
        int sum = 0;
        int weight = body.length() + 1;
        if (body.length() == COMPANY_LENGTH - 1) {
            sum = ALPHABET.indexOf(' ') * PERSON_LENGTH;
        }
        for (int i = 0; i < body.length(); i++, weight--) {
            int value = ALPHABET.indexOf(body.charAt(i));
            if (value < 0) {
                throw new IllegalArgumentException("outside the RFC alphabet at " + i);
            }
            sum += value * weight;
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'A' : check == 11 ? '0' : (char) ('0' + check);
    }
}
