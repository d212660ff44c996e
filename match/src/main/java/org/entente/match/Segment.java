package org.entente.match;

/// A stretch of an identifier and what it says: characters `from` to before `to` of [Explanation#written]. `value` is
/// the meaning in a form of its own, given at each [Meaning]; empty where the characters cannot be read as that.
public record Segment(int from, int to, Meaning meaning, String value) {
    public enum Meaning {
        /// Letters taken from a name, as they stand.
        NAME_LETTERS,
        /// The inner consonants of a name, as they stand.
        NAME_CONSONANTS,
        /// ISO 8601, with its century.
        BIRTH_DATE,
        /// `YY-MM-DD`: the number does not say the century.
        BIRTH_DATE_WITHOUT_CENTURY,
        /// `YY-MM-DD`, of a company.
        FOUNDING_DATE_WITHOUT_CENTURY,
        /// `F`, `M`, `X`.
        SEX,
        /// ISO 3166-2 (`MX-CMX`); `MX-NE` for born abroad, which has no ISO code.
        STATE,
        /// What tells two people with the same letters and date apart.
        HOMONYM,
        CHECK,
        /// Name of the bank; empty for one that is not in [Clabe]'s table.
        BANK,
        PLACE,
        ACCOUNT,
        /// Of a social security number; it says an office until 2011 and nothing since.
        AREA,
        GROUP,
        SERIAL,
        /// World manufacturer identifier: region and maker of a vehicle.
        VEHICLE_MAKER,
        VEHICLE_ATTRIBUTES,
        /// The model year, or two years thirty apart with a slash: `1999`, `1987/2017`.
        MODEL_YEAR,
        PLANT,
        /// Type allocation code: maker and model of a mobile device.
        DEVICE_TYPE,
        SOFTWARE_VERSION,
        /// `US`, `MX`; empty for another country.
        NATIONALITY,
        /// `commercial`, `private`, `state`: what the third letter of XA, XB, XC says.
        AIRCRAFT_USE,
        /// A maker's usual name.
        MAKER,
        CALLING_CODE,
        SUBSCRIBER,
        /// The whole of a number that has no parts.
        NUMBER
    }

    public Segment {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("from " + from + " to " + to);
        }
    }
}
