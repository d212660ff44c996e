package org.entente.match;

import java.util.List;
import java.util.regex.Pattern;

/// Vehicle identification number (ISO 3779): 17 characters without I, O, Q. The check digit at position 9 is
/// compulsory in North America only (49 CFR 565.15), so a failed one elsewhere says little; vehicles before
/// 1981 have shorter numbers, which count as not well-formed.
public final class Vin {
    private static final Pattern FORM = Pattern.compile("[A-HJ-NPR-Z0-9]{17}");
    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};

    /// Values of A to Z; I, O and Q have none.
    private static final String VALUES = "12345678-12345-7-923456789";

    private Vin() {}

    static Identifier read(String compact) {
        if (!FORM.matcher(compact).matches()) {
            return Identifiers.malformed(IdentifierType.VIN, compact);
        }
        Check check = new Check(Check.Rule.CHECK_DIGIT, checkCharacter(compact) == compact.charAt(8));
        return new Identifier.Parsed(
                IdentifierType.VIN, compact, Holder.UNSAID, List.of(new Check(Check.Rule.FORM, true), check));
    }

    /// The character that belongs at position 9 of a 17-character number; what stands there is ignored.
    public static char checkCharacter(String vin) {
        if (!FORM.matcher(vin).matches()) {
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
