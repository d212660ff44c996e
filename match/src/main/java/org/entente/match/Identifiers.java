package org.entente.match;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads identifiers. Pure functions, thread-safe, linear in the length of the text.
public final class Identifiers {
    /// Longer than any identifier in use: a digital-currency address has up to 106 characters (Monero
    /// integrated).
    public static final int LENGTH_MAX = 120;

    private Identifiers() {}

    /// Reads `text` as a `type`. A telephone without a country code is [Identifier.Parsed] with a failed form;
    /// use [#phone] where the country of the source is known. A passport may be given as its number or as the
    /// machine-readable zone of the document.
    public static Identifier parse(IdentifierType type, String text) {
        if (text.length() > LENGTH_MAX) {
            return new Identifier.Unreadable(type);
        }
        return switch (type) {
            case CURP -> compacted(type, text, Curp::read);
            case RFC -> compacted(type, text, Rfc::read);
            case PASSPORT ->
                zone(text)
                        .map(DocumentNumbers::passport)
                        .orElseGet(() -> compacted(type, text, DocumentNumbers::passport));
            case PHONE -> phone(text, "");
            case IMO -> compacted(type, text, DocumentNumbers::imo);
            case AIRCRAFT -> compacted(type, text, AircraftMark::read);
            case VIN -> compacted(type, text, Vin::read);
            case IMEI -> compacted(type, text, Imei::read);
            case FIREARM -> FirearmSerial.read(text);
            case CLABE -> compacted(type, text, Clabe::read);
            case INE_KEY -> compacted(type, text, ElectorKey::read);
            case SSN -> compacted(type, text, SocialSecurity::ssn);
            case ITIN -> compacted(type, text, SocialSecurity::itin);
            case A_NUMBER -> compacted(type, text, DocumentNumbers::alien);
            case FBI_NUMBER -> compacted(type, text, DocumentNumbers::fbi);
            case PLATE -> Plate.read(text);
            case GENERIC -> compacted(type, text, DocumentNumbers::generic);
        };
    }

    /// What `text` says when read as a `type`, and what speaks against it, part by part.
    public static Explanation explain(IdentifierType type, String text) {
        if (!(parse(type, text) instanceof Identifier.Parsed parsed)) {
            return Explanation.nothing(type, text.length() > LENGTH_MAX ? "" : compact(text));
        }
        String compact = compact(text);
        return switch (type) {
            case CURP -> Curp.explain(compact);
            case RFC -> Rfc.explain(compact);
            case PASSPORT ->
                zone(text).map(DocumentNumbers::explainZone).orElseGet(() -> DocumentNumbers.explainWhole(parsed));
            case PHONE -> Phone.explain(parsed);
            case IMO -> DocumentNumbers.explainImo(compact);
            case AIRCRAFT -> AircraftMark.explain(compact);
            case VIN -> Vin.explain(compact);
            case IMEI -> Imei.explain(compact);
            case FIREARM -> FirearmSerial.explain(parsed);
            case CLABE -> Clabe.explain(compact);
            case INE_KEY -> ElectorKey.explain(compact);
            case SSN, ITIN -> SocialSecurity.explain(type, compact);
            case PLATE -> Plate.explain(parsed);
            case A_NUMBER, FBI_NUMBER, GENERIC -> DocumentNumbers.explainWhole(parsed);
        };
    }

    private static Optional<MachineReadableZone> zone(String text) {
        return text.indexOf('<') >= 0 ? MachineReadableZone.read(text) : Optional.empty();
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

    /// A plate by the state that gave it (name, abbreviation or ISO 3166-2) and its number.
    public static Identifier plate(String region, String number) {
        return region.length() + number.length() > LENGTH_MAX
                ? new Identifier.Unreadable(IdentifierType.PLATE)
                : Plate.read(region, number);
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
