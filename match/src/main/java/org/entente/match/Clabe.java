package org.entente.match;

import java.util.List;

/// Clave Bancaria Estandarizada: bank 3, place 3, account 11, check 1. Weights 3, 7, 1; each product modulo 10
/// (Asociación de Bancos de México).
public final class Clabe {
    private static final int LENGTH = 18;
    private static final int[] WEIGHTS = {3, 7, 1};

    private Clabe() {}

    static Identifier read(String compact) {
        if (!compact.matches("\\d{18}")) {
            return Identifiers.malformed(IdentifierType.CLABE, compact);
        }
        if (compact.chars().distinct().count() == 1) {
            return new Identifier.Placeholder(IdentifierType.CLABE, compact);
        }
        Check check = new Check(Check.Rule.CHECK_DIGIT, checkDigit(compact.substring(0, 17)) == compact.charAt(17));
        return new Identifier.Parsed(
                IdentifierType.CLABE, compact, Holder.UNSAID, List.of(new Check(Check.Rule.FORM, true), check));
    }

    /// The last digit for the first 17.
    public static char checkDigit(String first17) {
        if (!first17.matches("\\d{17}")) {
            throw new IllegalArgumentException("17 digits");
        }
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += (first17.charAt(i) - '0') * WEIGHTS[i % 3] % 10;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }
}
