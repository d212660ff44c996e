package org.entente.match;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Registro Federal de Contribuyentes: a person's has 4 letters, YYMMDD and 3 characters, a company's 3
/// letters; the last character is a check. Lists also carry it without the last three ("homoclave"): that form
/// is kept as it came, told apart as not well-formed, since many taxpayers may share it.
public final class Rfc {
    private static final Pattern FORM = Pattern.compile("[A-ZÑ&]{3,4}\\d{6}[A-Z0-9]{2}[0-9A-Z]");
    private static final Pattern ROOT = Pattern.compile("[A-ZÑ&]{3,4}\\d{6}");

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
        boolean formed = FORM.matcher(compact).matches();
        if (!formed && !ROOT.matcher(compact).matches()) {
            return Identifiers.malformed(IdentifierType.RFC, compact);
        }
        int letterCount = Character.isDigit(compact.charAt(3)) ? 3 : 4;
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
