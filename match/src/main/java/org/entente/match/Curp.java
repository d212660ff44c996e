package org.entente.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Clave Única de Registro de Población: four letters of the name, YYMMDD, sex, state, three inner consonants,
/// a homonym character (a digit for births before 2000, a letter from 2000) and a check digit (RENAPO,
/// instructivo normativo para la asignación de la CURP, Diario Oficial, 18 October 2021).
public final class Curp {
    private static final Pattern FORM = Pattern.compile("[A-Z]{4}\\d{6}[HMX][A-Z]{5}[A-Z0-9]\\d");

    /// The alphabet's order gives each character its value; Ñ has one although no CURP carries it.
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";

    /// The 32 states and NE, born abroad.
    public static final Set<String> STATES = Set.of(
            "AS", "BC", "BS", "CC", "CL", "CM", "CS", "CH", "DF", "DG", "GT", "GR", "HG", "JC", "MC", "MN", "MS", "NT",
            "NL", "OC", "PL", "QT", "QR", "SP", "SL", "SR", "TC", "TS", "TL", "VZ", "YN", "ZS", "NE");

    private static final int LENGTH = 18;

    private Curp() {}

    static Identifier read(String compact) {
        if (!FORM.matcher(compact).matches()) {
            return Identifiers.malformed(IdentifierType.CURP, compact);
        }
        int century = Character.isDigit(compact.charAt(16)) ? 1900 : 2000;
        List<Check> checks = new ArrayList<>(4);
        checks.add(new Check(Check.Rule.FORM, true));
        checks.add(new Check(Check.Rule.DATE, CalendarDigits.isDate(compact.substring(4, 10), century)));
        checks.add(new Check(Check.Rule.STATE, STATES.contains(compact.substring(11, 13))));
        checks.add(new Check(Check.Rule.CHECK_DIGIT, checkDigit(compact.substring(0, 17)) == compact.charAt(17)));
        return new Identifier.Parsed(IdentifierType.CURP, compact, Holder.PERSON, checks);
    }

    /// The last character for the first 17: values by [#ALPHABET], weights 18 down to 2, modulo 10.
    public static char checkDigit(String first17) {
        if (first17.length() != LENGTH - 1) {
            throw new IllegalArgumentException("17 characters, not " + first17.length());
        }
        int sum = 0;
        for (int i = 0; i < first17.length(); i++) {
            int value = ALPHABET.indexOf(first17.charAt(i));
            if (value < 0) {
                throw new IllegalArgumentException("outside the CURP alphabet at " + i);
            }
            sum += value * (LENGTH - i);
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }
}
