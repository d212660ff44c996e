package org.entente.match;

import java.util.List;
import java.util.Map;

/// A firearm by maker and serial number. Canonical: `MAKER/SERIAL`, both compact, the maker by its usual name.
/// The serial is the frame's or receiver's; a wildcard (`*`, `?`) or "obliterated" covers it, and a covered
/// serial is no key. Confusable characters (O and 0, I and 1) are not folded: two real firearms may differ in
/// just them.
final class FirearmSerial {
    private static final Map<String, String> MAKERS = Map.ofEntries(
            Map.entry("SMITHWESSON", "SMITHANDWESSON"),
            Map.entry("SMITH&WESSON", "SMITHANDWESSON"),
            Map.entry("S&W", "SMITHANDWESSON"),
            Map.entry("SW", "SMITHANDWESSON"),
            Map.entry("COLTS", "COLT"),
            Map.entry("GLOCKGMBH", "GLOCK"),
            Map.entry("GLOCKINC", "GLOCK"),
            Map.entry("STURMRUGER", "RUGER"),
            Map.entry("STURMRUGER&CO", "RUGER"),
            Map.entry("BARRETTFIREARMS", "BARRETT"),
            Map.entry("CENTURYARMS", "CENTURY"),
            Map.entry("CENTURYARMSINTERNATIONAL", "CENTURY"),
            Map.entry("FNHERSTAL", "FN"),
            Map.entry("FABRIQUENATIONALE", "FN"),
            Map.entry("PIETROBERETTA", "BERETTA"));

    private FirearmSerial() {}

    /// `maker / serial`, as written in one field; without the slash the serial stands alone and the form fails.
    static Identifier read(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? read("", text) : read(text.substring(0, slash), text.substring(slash + 1));
    }

    static Identifier read(String make, String serial) {
        String number = Identifiers.compact(serial);
        if (isCovered(serial, number)) {
            return new Identifier.Masked(IdentifierType.FIREARM, serial.strip());
        }
        if (number.isEmpty()) {
            return new Identifier.Unreadable(IdentifierType.FIREARM);
        }
        String maker = Identifiers.compact(make);
        boolean formed = !maker.isEmpty() && number.chars().anyMatch(letter -> letter >= '0' && letter <= '9');
        return new Identifier.Parsed(
                IdentifierType.FIREARM,
                MAKERS.getOrDefault(maker, maker) + "/" + number,
                Holder.UNSAID,
                List.of(new Check(Check.Rule.FORM, formed)));
    }

    private static boolean isCovered(String raw, String compact) {
        return raw.indexOf('*') >= 0
                || raw.indexOf('?') >= 0
                || compact.equals("OBLITERATED")
                || compact.equals("BORRADO")
                || (compact.length() >= 4 && compact.chars().allMatch(letter -> letter == 'X'));
    }
}
