package org.entente.match;

import java.util.ArrayList;
import java.util.List;
import org.entente.match.Segment.Meaning;

/// Vehicle identification number (ISO 3779): 17 characters without I, O, Q. The check digit at position 9 is
/// compulsory in North America only (49 CFR 565.15), so a failed one elsewhere says little; vehicles before
/// 1981 have shorter numbers, which count as not well-formed.
public final class Vin {
    private static final Shape SHAPE = new Shape("V".repeat(17));
    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};

    /// Values of A to Z; I, O and Q have none.
    private static final String VALUES = "12345678-12345-7-923456789";

    /// Position 10 from 1980 on; the letters begin again in 2010 (49 CFR 565.15, table VII: no I, O, Q, U, Z, 0).
    private static final String YEARS = "ABCDEFGHJKLMNPRSTVWXY123456789";

    private Vin() {}

    static Identifier read(String compact) {
        if (!SHAPE.fits(compact)) {
            return Identifiers.malformed(IdentifierType.VIN, compact);
        }
        Check check = new Check(Check.Rule.CHECK_DIGIT, checkCharacter(compact) == compact.charAt(8));
        return new Identifier.Parsed(
                IdentifierType.VIN, compact, Holder.UNSAID, List.of(new Check(Check.Rule.FORM, true), check));
    }

    static Explanation explain(String compact) {
        if (!SHAPE.fits(compact)) {
            return new Explanation(IdentifierType.VIN, compact, List.of(), SHAPE.findings(compact));
        }
        List<Finding> against = new ArrayList<>();
        char expected = checkCharacter(compact);
        if (expected != compact.charAt(8)) {
            against.add(new Finding.WrongCheckDigit(8, expected, compact.charAt(8)));
        }
        return new Explanation(
                IdentifierType.VIN,
                compact,
                List.of(
                        new Segment(0, 3, Meaning.VEHICLE_MAKER, country(compact)),
                        new Segment(3, 8, Meaning.VEHICLE_ATTRIBUTES, compact.substring(3, 8)),
                        new Segment(8, 9, Meaning.CHECK, compact.substring(8, 9)),
                        new Segment(9, 10, Meaning.MODEL_YEAR, year(compact)),
                        new Segment(10, 11, Meaning.PLANT, compact.substring(10, 11)),
                        new Segment(11, 17, Meaning.SERIAL, compact.substring(11))),
                against);
    }

    /// The maker's country among the three of North America (SAE assigns 1, 4 and 5 to the United States, 2 to Canada,
    /// 3 to Mexico but for Central American blocks from 3X on); empty for others.
    private static String country(String vin) {
        return switch (vin.charAt(0)) {
            case '1', '4', '5' -> "US";
            case '2' -> "CA";
            case '3' -> vin.charAt(1) <= 'W' && Shape.isLetter(vin.charAt(1)) ? "MX" : "";
            default -> "";
        };
    }

    /// Both years a character may mean: only light vehicles of North America tell them apart, by position 7.
    private static String year(String vin) {
        int at = YEARS.indexOf(vin.charAt(9));
        return at < 0 ? "" : 1980 + at + "/" + (2010 + at);
    }

    /// The character that belongs at position 9 of a 17-character number; what stands there is ignored.
    public static char checkCharacter(String vin) {
        if (!SHAPE.fits(vin)) {
            throw new IllegalArgumentException("17 characters without I, O, Q");
        }
        int sum = 0;
        for (int i = 0; i < vin.length(); i++) {
            char letter = vin.charAt(i);
            int value = letter <= '9' ? letter - '0' : VALUES.charAt(letter - 'A') - '0';
            sum += value * WEIGHTS[i];
        }
        int check = sum % 11;
        return check == 10 ? 'X' : (char) ('0' + check);
    }
}
