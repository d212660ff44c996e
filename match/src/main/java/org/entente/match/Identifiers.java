package org.entente.match;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/// Reads identifiers. Pure functions, thread-safe, linear in the length of the text.
public final class Identifiers {
    /// Longer than any identifier in use: a digital-currency address has up to 106 characters (Monero
    /// integrated).
    public static final int LENGTH_MAX = 120;

    private Identifiers() {}

    /// Reads `text` as a `type`. A telephone without a country code is [Identifier.Parsed] with a failed form;
    /// use [#phone] where the country of the source is known.
    public static Identifier parse(IdentifierType type, String text) {
        if (text.length() > LENGTH_MAX) {
            return new Identifier.Unreadable(type);
        }
        return switch (type) {
            case CURP -> compacted(type, text, Curp::read);
            case RFC -> compacted(type, text, Rfc::read);
            case PASSPORT -> compacted(type, text, DocumentNumbers::passport);
            case PHONE -> phone(text, "");
            case IMO -> compacted(type, text, DocumentNumbers::imo);
            case AIRCRAFT -> compacted(type, text, AircraftMark::read);
            case VIN -> compacted(type, text, Vin::read);
            case IMEI -> compacted(type, text, Imei::read);
            case FIREARM -> FirearmSerial.read(text);
            case CLABE -> compacted(type, text, Clabe::read);
            case GENERIC -> compacted(type, text, DocumentNumbers::generic);
        };
    }

    /// A telephone number; `callingCode` (digits, "52", "1", or empty) is that of the source's country and is
    /// used when the text has none.
    public static Identifier phone(String text, String callingCode) {
        return text.length() > LENGTH_MAX
                ? new Identifier.Unreadable(IdentifierType.PHONE)
                : Phone.read(text, callingCode);
    }

    /// A firearm by maker and serial number: the serial alone is not unique over makers.
    public static Identifier firearm(String make, String serial) {
        return make.length() + serial.length() > LENGTH_MAX
                ? new Identifier.Unreadable(IdentifierType.FIREARM)
                : FirearmSerial.read(make, serial);
    }

    /// Upper case, compatibility forms folded, everything but letters, digits and `&` removed; accents are
    /// removed but Ñ stays Ñ, since an RFC may carry it. This is also what a search box applies to a partial
    /// identifier.
    public static String compact(String text) {
        String upper = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(upper.length());
        for (int i = 0; i < upper.length(); i++) {
            char letter = upper.charAt(i);
            if ((letter >= '0' && letter <= '9')
                    || (letter >= 'A' && letter <= 'Z')
                    || letter == '&'
                    || letter == 'Ñ') {
                out.append(letter);
            } else if (Character.isDigit(letter)) {
                out.append((char) ('0' + Character.digit(letter, 10)));
            } else if (Character.isLetter(letter)) {
                out.append(Names.baseLetters(letter));
            }
        }
        return out.toString();
    }

    private static Identifier compacted(IdentifierType type, String text, Reading reading) {
        String compact = compact(text);
        if (compact.isEmpty()) {
            return new Identifier.Unreadable(type);
        }
        if (isCovered(compact)) {
            return new Identifier.Masked(type, text.strip());
        }
        return reading.of(compact);
    }

    /// Four or more letters, all X: how publishers cover a number. Asterisks never reach here (they compact
    /// away), so the raw text is looked at by the callers that allow wildcards.
    private static boolean isCovered(String compact) {
        return compact.length() >= 4 && compact.chars().allMatch(letter -> letter == 'X');
    }

    static Identifier.Parsed malformed(IdentifierType type, String canonical) {
        return new Identifier.Parsed(type, canonical, Holder.UNSAID, List.of(new Check(Check.Rule.FORM, false)));
    }

    @FunctionalInterface
    private interface Reading {
        Identifier of(String compact);
    }
}
