package org.entente.match;

import java.util.List;

/// Numbers with little or no inner structure.
final class DocumentNumbers {
    private static final List<Check> FORMED = List.of(new Check(Check.Rule.FORM, true));

    private DocumentNumbers() {}

    /// No check digit is printed in the number itself (the one in the machine-readable line belongs to the
    /// line). ICAO 9303 leaves nine characters; older and foreign booklets have up to 15.
    static Identifier passport(String compact) {
        boolean formed = compact.length() >= 4
                && compact.length() <= 15
                && compact.chars().anyMatch(letter -> letter >= '0' && letter <= '9');
        return formed
                ? new Identifier.Parsed(IdentifierType.PASSPORT, compact, Holder.PERSON, FORMED)
                : Identifiers.malformed(IdentifierType.PASSPORT, compact);
    }

    /// Ship number of the International Maritime Organization: seven digits, the last being the last digit of
    /// the sum of the first six by weights 7 to 2 (IMO resolution A.1117(30)).
    static Identifier imo(String compact) {
        String digits = compact.startsWith("IMO") ? compact.substring(3) : compact;
        if (!digits.matches("\\d{7}")) {
            return Identifiers.malformed(IdentifierType.IMO, digits.isEmpty() ? compact : digits);
        }
        if (digits.equals("0000000")) {
            return new Identifier.Placeholder(IdentifierType.IMO, digits);
        }
        int sum = 0;
        for (int i = 0; i < 6; i++) {
            sum += (digits.charAt(i) - '0') * (7 - i);
        }
        Check check = new Check(Check.Rule.CHECK_DIGIT, sum % 10 == digits.charAt(6) - '0');
        return new Identifier.Parsed(
                IdentifierType.IMO, digits, Holder.UNSAID, List.of(new Check(Check.Rule.FORM, true), check));
    }

    /// All zeros or all nines of three digits and more stand for "none".
    static Identifier generic(String compact) {
        boolean same = compact.length() >= 3
                && compact.chars().distinct().count() == 1
                && (compact.charAt(0) == '0' || compact.charAt(0) == '9');
        return same
                ? new Identifier.Placeholder(IdentifierType.GENERIC, compact)
                : new Identifier.Parsed(IdentifierType.GENERIC, compact, Holder.UNSAID, FORMED);
    }
}
