package org.entente.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.match.Segment.Meaning;

/// Clave Bancaria Estandarizada: bank 3, place 3, account 11, check 1. Weights 3, 7, 1; each product modulo 10
/// (Asociación de Bancos de México).
public final class Clabe {
    private static final int LENGTH = 18;
    private static final int[] WEIGHTS = {3, 7, 1};
    private static final Shape SHAPE = new Shape("9".repeat(LENGTH));

    /// The largest of some ninety participants (Banco de México, catalogue of SPEI participants).
    private static final Map<String, String> BANKS = Map.ofEntries(
            Map.entry("002", "Banamex"),
            Map.entry("006", "Bancomext"),
            Map.entry("009", "Banobras"),
            Map.entry("012", "BBVA México"),
            Map.entry("014", "Santander"),
            Map.entry("019", "Banjército"),
            Map.entry("021", "HSBC"),
            Map.entry("030", "Banco del Bajío"),
            Map.entry("032", "IXE"),
            Map.entry("036", "Inbursa"),
            Map.entry("042", "Mifel"),
            Map.entry("044", "Scotiabank"),
            Map.entry("058", "Banregio"),
            Map.entry("059", "Invex"),
            Map.entry("060", "Bansí"),
            Map.entry("062", "Afirme"),
            Map.entry("072", "Banorte"),
            Map.entry("127", "Azteca"),
            Map.entry("130", "Compartamos"),
            Map.entry("132", "Multiva"),
            Map.entry("137", "BanCoppel"),
            Map.entry("166", "Banco del Bienestar"),
            Map.entry("646", "STP"));

    private Clabe() {}

    static Identifier read(String compact) {
        if (!SHAPE.fits(compact)) {
            return Identifiers.malformed(IdentifierType.CLABE, compact);
        }
        if (compact.chars().distinct().count() == 1) {
            return new Identifier.Placeholder(IdentifierType.CLABE, compact);
        }
        Check check = new Check(Check.Rule.CHECK_DIGIT, checkDigit(compact.substring(0, 17)) == compact.charAt(17));
        return new Identifier.Parsed(
                IdentifierType.CLABE, compact, Holder.UNSAID, List.of(new Check(Check.Rule.FORM, true), check));
    }

    static Explanation explain(String compact) {
        if (!SHAPE.fits(compact)) {
            return new Explanation(IdentifierType.CLABE, compact, List.of(), SHAPE.findings(compact));
        }
        List<Finding> against = new ArrayList<>();
        char expected = checkDigit(compact.substring(0, 17));
        if (expected != compact.charAt(17)) {
            against.add(new Finding.WrongCheckDigit(17, expected, compact.charAt(17)));
        }
        return new Explanation(
                IdentifierType.CLABE,
                compact,
                List.of(
                        new Segment(0, 3, Meaning.BANK, BANKS.getOrDefault(compact.substring(0, 3), "")),
                        new Segment(3, 6, Meaning.PLACE, compact.substring(3, 6)),
                        new Segment(6, 17, Meaning.ACCOUNT, compact.substring(6, 17)),
                        new Segment(17, 18, Meaning.CHECK, compact.substring(17))),
                against);
    }

    /// The last digit for the first 17.
    public static char checkDigit(String first17) {
        if (first17.length() != LENGTH - 1 || !Shape.isDigits(first17)) {
            throw new IllegalArgumentException("17 digits");
        }
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += (first17.charAt(i) - '0') * WEIGHTS[i % 3] % 10;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }
}
