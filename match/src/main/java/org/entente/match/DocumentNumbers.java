package org.entente.match;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.entente.match.Segment.Meaning;

/// Numbers with little or no inner structure.
final class DocumentNumbers {
    private static final List<Check> FORMED = List.of(new Check(Check.Rule.FORM, true));
    private static final Shape IMO = new Shape("9999999");
    private static final Pattern ALIEN = Pattern.compile("A?(\\d{7,9})");

    private DocumentNumbers() {}

    /// No check digit is printed in the number itself (the one in the machine-readable line belongs to the
    /// line). ICAO 9303 leaves nine characters; older and foreign booklets have up to 15.
    static Identifier passport(String compact) {
        return isPassport(compact)
                ? new Identifier.Parsed(IdentifierType.PASSPORT, compact, Holder.PERSON, FORMED)
                : Identifiers.malformed(IdentifierType.PASSPORT, compact);
    }

    private static boolean isPassport(String compact) {
        return compact.length() >= 4 && compact.length() <= 15 && hasDigit(compact);
    }

    /// The number of a machine-readable zone, with what the zone says of it.
    static Identifier passport(MachineReadableZone zone) {
        boolean formed = isPassport(zone.documentNumber());
        if (!formed) {
            return zone.documentNumber().isEmpty()
                    ? new Identifier.Unreadable(IdentifierType.PASSPORT)
                    : Identifiers.malformed(IdentifierType.PASSPORT, zone.documentNumber());
        }
        boolean checked = zone.failed().stream()
                .noneMatch(check -> check.field() == MachineReadableZone.CheckedField.DOCUMENT_NUMBER);
        return new Identifier.Parsed(
                IdentifierType.PASSPORT,
                zone.documentNumber(),
                Holder.PERSON,
                List.of(new Check(Check.Rule.FORM, true), new Check(Check.Rule.CHECK_DIGIT, checked)));
    }

    static Explanation explainZone(MachineReadableZone zone) {
        String number = zone.documentNumber();
        List<Finding> against = new ArrayList<>();
        if (!isPassport(number)) {
            against.add(new Finding.WrongShape(number));
        } else {
            for (MachineReadableZone.FieldCheck check : zone.failed()) {
                if (check.field() == MachineReadableZone.CheckedField.DOCUMENT_NUMBER) {
                    against.add(new Finding.WrongCheckDigit(number.length(), check.expected(), check.found()));
                }
            }
        }
        return new Explanation(
                IdentifierType.PASSPORT,
                number,
                List.of(new Segment(0, number.length(), Meaning.NUMBER, number)),
                against);
    }

    /// Alien registration number of the United States: 7 to 9 digits after an A, filled to nine with zeros; no check
    /// digit (USCIS).
    static Identifier alien(String compact) {
        var matcher = ALIEN.matcher(compact);
        if (!matcher.matches()) {
            return Identifiers.malformed(IdentifierType.A_NUMBER, compact);
        }
        String digits = "0".repeat(9 - matcher.group(1).length()) + matcher.group(1);
        return digits.chars().distinct().count() == 1
                ? new Identifier.Placeholder(IdentifierType.A_NUMBER, digits)
                : new Identifier.Parsed(IdentifierType.A_NUMBER, digits, Holder.PERSON, FORMED);
    }

    /// Universal control number of the FBI: up to nine letters and digits (EBTS 2.014); no public rule checks it.
    static Identifier fbi(String compact) {
        if (!isFbi(compact)) {
            return Identifiers.malformed(IdentifierType.FBI_NUMBER, compact);
        }
        return compact.chars().distinct().count() == 1
                ? new Identifier.Placeholder(IdentifierType.FBI_NUMBER, compact)
                : new Identifier.Parsed(IdentifierType.FBI_NUMBER, compact, Holder.PERSON, FORMED);
    }

    private static boolean isFbi(String compact) {
        return compact.length() >= 4
                && compact.length() <= 9
                && hasDigit(compact)
                && compact.chars().allMatch(letter -> Shape.isDigit((char) letter) || Shape.isLetter((char) letter));
    }

    /// Ship number of the International Maritime Organization: seven digits, the last being the last digit of
    /// the sum of the first six by weights 7 to 2 (IMO resolution A.1117(30)).
    static Identifier imo(String compact) {
        String digits = imoDigits(compact);
        if (!IMO.fits(digits)) {
            return Identifiers.malformed(IdentifierType.IMO, digits.isEmpty() ? compact : digits);
        }
        if (digits.equals("0000000")) {
            return new Identifier.Placeholder(IdentifierType.IMO, digits);
        }
        Check check = new Check(Check.Rule.CHECK_DIGIT, imoCheckDigit(digits) == digits.charAt(6));
        return new Identifier.Parsed(
                IdentifierType.IMO, digits, Holder.UNSAID, List.of(new Check(Check.Rule.FORM, true), check));
    }

    static Explanation explainImo(String compact) {
        String digits = imoDigits(compact);
        if (!IMO.fits(digits)) {
            return new Explanation(IdentifierType.IMO, digits, List.of(), IMO.findings(digits));
        }
        List<Finding> against = new ArrayList<>(1);
        if (imoCheckDigit(digits) != digits.charAt(6)) {
            against.add(new Finding.WrongCheckDigit(6, imoCheckDigit(digits), digits.charAt(6)));
        }
        return new Explanation(
                IdentifierType.IMO,
                digits,
                List.of(
                        new Segment(0, 6, Meaning.SERIAL, digits.substring(0, 6)),
                        new Segment(6, 7, Meaning.CHECK, digits.substring(6))),
                against);
    }

    private static String imoDigits(String compact) {
        return compact.startsWith("IMO") ? compact.substring(3) : compact;
    }

    private static char imoCheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < 6; i++) {
            sum += (digits.charAt(i) - '0') * (7 - i);
        }
        return (char) ('0' + sum % 10);
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

    /// Of a number that has no parts: itself, and whether it has the shape.
    static Explanation explainWhole(Identifier.Parsed number) {
        String written = number.canonical();
        return new Explanation(
                number.type(),
                written,
                List.of(new Segment(0, written.length(), Meaning.NUMBER, written)),
                number.isWellFormed() ? List.of() : List.of(new Finding.WrongShape(written)));
    }

    private static boolean hasDigit(String compact) {
        return compact.chars().anyMatch(letter -> Shape.isDigit((char) letter));
    }
}
