package org.entente.match.score;

import java.util.Optional;
import org.entente.match.IdentifierType;
import org.jspecify.annotations.Nullable;

/// What a value of a record is. The whole configuration of a data set is a map from its columns to these.
public enum Field {
    /// A whole name in any order: of a person, an organisation, a vessel.
    NAME,
    /// One or more given names.
    GIVEN_NAME,
    /// All surnames in one text, the paternal first where there are two ("LAST NAME" of a US form).
    SURNAME,
    PATERNAL_SURNAME,
    MATERNAL_SURNAME,
    /// ISO 8601, day, month or year known: `1978-11-12`, `1978-11`, `1978`. The importer knows its own order of day
    /// and month and writes this one.
    BIRTH_DATE,
    /// `F`, `M` or `X`.
    SEX,
    BIRTH_PLACE,
    NATIONALITY,
    OCCUPATION,
    /// Street, number and what else stands on the line.
    ADDRESS,
    LOCALITY,
    REGION,
    POSTCODE,
    COUNTRY,
    EMAIL,
    CURP(IdentifierType.CURP),
    RFC(IdentifierType.RFC),
    PASSPORT(IdentifierType.PASSPORT),
    TELEPHONE(IdentifierType.PHONE),
    IMO(IdentifierType.IMO),
    AIRCRAFT_MARK(IdentifierType.AIRCRAFT),
    VIN(IdentifierType.VIN),
    IMEI(IdentifierType.IMEI),
    CLABE(IdentifierType.CLABE),
    INE_KEY(IdentifierType.INE_KEY),
    SSN(IdentifierType.SSN),
    ITIN(IdentifierType.ITIN),
    A_NUMBER(IdentifierType.A_NUMBER),
    FBI_NUMBER(IdentifierType.FBI_NUMBER),
    /// With its state: `US-TX/ABC1234`.
    PLATE(IdentifierType.PLATE),
    /// A number of another kind: a driving licence, a national one.
    OTHER_NUMBER(IdentifierType.GENERIC),
    /// Of a vehicle or a firearm.
    MAKER,
    MODEL,
    CALIBRE,
    SERIAL,
    COLOUR,
    MODEL_YEAR;

    private final @Nullable IdentifierType identifier;

    Field() {
        this(null);
    }

    Field(@Nullable IdentifierType identifier) {
        this.identifier = identifier;
    }

    public Optional<IdentifierType> identifier() {
        return Optional.ofNullable(identifier);
    }

    /// The place in tables of one run; it is never stored.
    @SuppressWarnings("EnumOrdinal")
    int index() {
        return ordinal();
    }
}
