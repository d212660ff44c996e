package org.entente.match;

import java.util.List;
import java.util.regex.Pattern;

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
        boolean formed = US.matcher(compact).matches()
                || MEXICO.matcher(compact).matches()
                || (OTHER.matcher(compact).matches() && compact.chars().anyMatch(Character::isLetter));
        return new Identifier.Parsed(
                IdentifierType.AIRCRAFT, compact, Holder.UNSAID, List.of(new Check(Check.Rule.FORM, formed)));
    }
}
