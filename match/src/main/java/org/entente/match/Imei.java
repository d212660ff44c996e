package org.entente.match;

import java.util.List;

/// Equipment identity of a mobile device (3GPP TS 23.003): type allocation code 8, serial 6, Luhn digit;
/// written with 14 digits (no check), 15, or 16 (software version instead of a check). The canonical form is
/// the first 14, the same for all three writings.
public final class Imei {
    private static final int BODY_LENGTH = 14;

    private Imei() {}

    static Identifier read(String compact) {
        if (!compact.matches("\\d{14,16}")) {
            return Identifiers.malformed(IdentifierType.IMEI, compact);
        }
        String body = compact.substring(0, BODY_LENGTH);
        if (body.chars().distinct().count() == 1) {
            return new Identifier.Placeholder(IdentifierType.IMEI, body);
        }
        Check form = new Check(Check.Rule.FORM, true);
        List<Check> checks = compact.length() == BODY_LENGTH + 1
                ? List.of(form, new Check(Check.Rule.CHECK_DIGIT, checkDigit(body) == compact.charAt(BODY_LENGTH)))
                : List.of(form);
        return new Identifier.Parsed(IdentifierType.IMEI, body, Holder.UNSAID, checks);
    }

    /// The Luhn digit (ISO/IEC 7812-1 annex B) for 14 digits.
    public static char checkDigit(String body) {
        if (!body.matches("\\d{14}")) {
            throw new IllegalArgumentException("14 digits");
        }
        int sum = 0;
        for (int i = 0; i < BODY_LENGTH; i++) {
            int digit = body.charAt(i) - '0';
            int doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }
}
