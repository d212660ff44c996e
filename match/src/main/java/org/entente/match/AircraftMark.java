package org.entente.match;

import java.util.List;
import java.util.regex.Pattern;
import org.entente.match.Segment.Meaning;

/// Registration marks. United States: N and 1 to 5 characters (14 CFR 45.23: no leading zero, no I or O, at
/// most two letters, at the end). Mexico: XA, XB or XC and three letters. Others: a nationality prefix of one
/// or two characters and two to five more (ICAO Annex 7). Marks are given again after a sale: a match names a
/// mark, not an airframe.
final class AircraftMark {
    private static final Pattern US = Pattern.compile("N[1-9](\\d{0,4}|\\d{0,3}[A-HJ-NP-Z]|\\d{0,2}[A-HJ-NP-Z]{2})");
    private static final Pattern MEXICO = Pattern.compile("X[ABC][A-Z]{3}");
    private static final Pattern OTHER = Pattern.compile("(?!N\\d)[A-Z0-9]{4,7}");

    private AircraftMark() {}

    static Identifier read(String compact) {
        return new Identifier.Parsed(
                IdentifierType.AIRCRAFT,
                compact,
                Holder.UNSAID,
                List.of(new Check(Check.Rule.FORM, isFormed(compact))));
    }

    static Explanation explain(String compact) {
        List<Segment> says = MEXICO.matcher(compact).matches()
                ? List.of(
                        new Segment(0, 1, Meaning.NATIONALITY, "MX"),
                        new Segment(1, 2, Meaning.AIRCRAFT_USE, use(compact.charAt(1))),
                        new Segment(2, 5, Meaning.SERIAL, compact.substring(2)))
                : US.matcher(compact).matches()
                        ? List.of(
                                new Segment(0, 1, Meaning.NATIONALITY, "US"),
                                new Segment(1, compact.length(), Meaning.SERIAL, compact.substring(1)))
                        : List.of(new Segment(0, compact.length(), Meaning.NUMBER, compact));
        return new Explanation(
                IdentifierType.AIRCRAFT,
                compact,
                says,
                isFormed(compact) ? List.of() : List.of(new Finding.WrongShape(compact)));
    }

    /// XA scheduled and charter carriers, XB private owners, XC the state (Mexico's notice to ICAO Annex 7).
    private static String use(char second) {
        return switch (second) {
            case 'A' -> "commercial";
            case 'B' -> "private";
            default -> "state";
        };
    }

    private static boolean isFormed(String compact) {
        return US.matcher(compact).matches()
                || MEXICO.matcher(compact).matches()
                || (OTHER.matcher(compact).matches() && compact.chars().anyMatch(Character::isLetter));
    }
}
