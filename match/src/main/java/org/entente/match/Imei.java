package org.entente.match;

import java.util.ArrayList;
import java.util.List;
import org.entente.match.Segment.Meaning;

/// Equipment identity of a mobile device (3GPP TS 23.003): type allocation code 8, serial 6, Luhn digit;
/// written with 14 digits (no check), 15, or 16 (software version instead of a check). The canonical form is
/// the first 14, the same for all three writings.
public final class Imei {
    private static final int BODY_LENGTH = 14;
    private static final Shape SHAPE = new Shape("9".repeat(14), "9".repeat(15), "9".repeat(16));

    private Imei() {}

    static Identifier read(String compact) {
        if (!SHAPE.fits(compact)) {
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

    static Explanation explain(String compact) {
        if (!SHAPE.fits(compact)) {
            return new Explanation(IdentifierType.IMEI, compact, List.of(), SHAPE.findings(compact));
        }
        List<Segment> says = new ArrayList<>();
        says.add(new Segment(0, 8, Meaning.DEVICE_TYPE, compact.substring(0, 8)));
        says.add(new Segment(8, BODY_LENGTH, Meaning.SERIAL, compact.substring(8, BODY_LENGTH)));
        List<Finding> against = new ArrayList<>();
        if (compact.length() == BODY_LENGTH + 2) {
            says.add(new Segment(BODY_LENGTH, 16, Meaning.SOFTWARE_VERSION, compact.substring(BODY_LENGTH)));
        } else if (compact.length() == BODY_LENGTH + 1) {
            says.add(new Segment(BODY_LENGTH, 15, Meaning.CHECK, compact.substring(BODY_LENGTH)));
            char expected = checkDigit(compact.substring(0, BODY_LENGTH));
            if (expected != compact.charAt(BODY_LENGTH)) {
                against.add(new Finding.WrongCheckDigit(BODY_LENGTH, expected, compact.charAt(BODY_LENGTH)));
            }
        }
        return new Explanation(IdentifierType.IMEI, compact, says, against);
    }

    /// The Luhn digit (ISO/IEC 7812-1 annex B) for 14 digits.
    public static char checkDigit(String body) {
        if (body.length() != BODY_LENGTH || !Shape.isDigits(body)) {
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
