package org.entente.match;

import java.util.List;
import org.entente.match.Segment.Meaning;

/// A firearm by maker and serial number. Canonical: `MAKER/SERIAL`, both compact, the maker by its usual name.
/// The serial is the frame's or receiver's; a wildcard (`*`, `?`) or "obliterated" covers it, and a covered
/// serial is no key. Confusable characters (O and 0, I and 1) are not folded: two real firearms may differ in
/// just them. [SerialAgreement] compares what is left of a covered one.
final class FirearmSerial {
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
        String maker = Firearms.maker(make);
        boolean formed = !maker.isEmpty() && number.chars().anyMatch(letter -> letter >= '0' && letter <= '9');
        return new Identifier.Parsed(
                IdentifierType.FIREARM,
                maker + "/" + number,
                Holder.UNSAID,
                List.of(new Check(Check.Rule.FORM, formed)));
    }

    static Explanation explain(Identifier.Parsed firearm) {
        String written = firearm.canonical();
        int slash = written.indexOf('/');
        return new Explanation(
                IdentifierType.FIREARM,
                written,
                List.of(
                        new Segment(0, slash, Meaning.MAKER, written.substring(0, slash)),
                        new Segment(slash + 1, written.length(), Meaning.SERIAL, written.substring(slash + 1))),
                firearm.isWellFormed() ? List.of() : List.of(new Finding.WrongShape(written)));
    }

    private static boolean isCovered(String raw, String compact) {
        return raw.indexOf('*') >= 0
                || raw.indexOf('?') >= 0
                || compact.equals("OBLITERATED")
                || compact.equals("BORRADO")
                || (compact.length() >= 4 && compact.chars().allMatch(letter -> letter == 'X'));
    }
}
