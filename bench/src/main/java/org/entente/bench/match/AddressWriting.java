package org.entente.bench.match;

import org.entente.match.score.Field;

/// An address in a record's fields: now and then a part is missing or mistyped.
final class AddressWriting {
    private AddressWriting() {}

    static void write(Sheet sheet, Address address, Draw draw) {
        String line = address.line(draw);
        sheet.put(Field.ADDRESS, draw.chance(0.04) ? Spelling.mistyped(line, draw) : line);
        sheet.put(Field.LOCALITY, draw.chance(0.05) ? "" : address.locality());
        sheet.put(Field.REGION, draw.chance(0.08) ? "" : address.region());
        sheet.put(Field.POSTCODE, draw.chance(0.2) ? "" : address.postcode());
        sheet.put(Field.COUNTRY, draw.chance(0.3) ? "" : address.isMexican() ? "MX" : "US");
    }
}
