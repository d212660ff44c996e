package org.entente.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.match.Segment.Meaning;

/// Clave Única de Registro de Población: four letters of the name, YYMMDD, sex, state, three inner consonants,
/// a homonym character (a digit for births before 2000, a letter from 2000) and a check digit (RENAPO,
/// instructivo normativo para la asignación de la CURP, Diario Oficial, 18 October 2021).
public final class Curp {
    private static final Shape SHAPE = new Shape("AAAA999999SAAAAAN9");

    /// The alphabet's order gives each character its value; Ñ has one although no CURP carries it.
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";

    /// The letters of the 32 states and NE, born abroad.
    public static final Set<String> STATES =
            Arrays.stream(MexicanState.values()).map(MexicanState::curp).collect(Collectors.toUnmodifiableSet());

    private static final int LENGTH = 18;

    private Curp() {}

    static Identifier read(String compact) {
        if (!SHAPE.fits(compact)) {
            return Identifiers.malformed(IdentifierType.CURP, compact);
        }
        List<Check> checks = new ArrayList<>(4);
        checks.add(new Check(Check.Rule.FORM, true));
        checks.add(new Check(Check.Rule.DATE, CalendarDigits.isDate(compact.substring(4, 10), century(compact))));
        checks.add(new Check(Check.Rule.STATE, STATES.contains(compact.substring(11, 13))));
        checks.add(new Check(Check.Rule.CHECK_DIGIT, checkDigit(compact.substring(0, 17)) == compact.charAt(17)));
        return new Identifier.Parsed(IdentifierType.CURP, compact, Holder.PERSON, checks);
    }

    static Explanation explain(String compact) {
        if (!SHAPE.fits(compact)) {
            return new Explanation(IdentifierType.CURP, compact, List.of(), SHAPE.findings(compact));
        }
        String yymmdd = compact.substring(4, 10);
        String letters = compact.substring(11, 13);
        String date = CalendarDigits.iso(yymmdd, century(compact));
        String state = MexicanState.ofCurp(letters).map(MexicanState::iso).orElse("");
        List<Segment> says = List.of(
                new Segment(0, 4, Meaning.NAME_LETTERS, compact.substring(0, 4)),
                new Segment(4, 10, Meaning.BIRTH_DATE, date),
                new Segment(10, 11, Meaning.SEX, sex(compact).name()),
                new Segment(11, 13, Meaning.STATE, state),
                new Segment(13, 16, Meaning.NAME_CONSONANTS, compact.substring(13, 16)),
                new Segment(16, 17, Meaning.HOMONYM, compact.substring(16, 17)),
                new Segment(17, 18, Meaning.CHECK, compact.substring(17)));
        List<Finding> against = new ArrayList<>();
        if (date.isEmpty()) {
            against.add(new Finding.NoSuchDate(yymmdd));
        }
        if (state.isEmpty()) {
            against.add(new Finding.NoSuchState(letters));
        }
        char expected = checkDigit(compact.substring(0, 17));
        if (expected != compact.charAt(17)) {
            against.add(new Finding.WrongCheckDigit(17, expected, compact.charAt(17)));
        }
        return new Explanation(IdentifierType.CURP, compact, says, against);
    }

    /// 1900 or 2000, by the homonym character of a well-shaped CURP.
    static int century(String curp) {
        return Shape.isDigit(curp.charAt(16)) ? 1900 : 2000;
    }

    /// H is hombre, M is mujer.
    static Sex sex(String curp) {
        return switch (curp.charAt(10)) {
            case 'H' -> Sex.M;
            case 'M' -> Sex.F;
            default -> Sex.X;
        };
    }

    static boolean isWellShaped(String compact) {
        return SHAPE.fits(compact);
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
