package org.entente.match;

import java.util.Optional;

/// What an identifier identifies. The key is the word used in files, in the API and as FIND's key type.
public enum IdentifierType {
    CURP("curp"),
    RFC("rfc"),
    PASSPORT("passport"),
    PHONE("phone"),
    IMO("imo"),
    AIRCRAFT("aircraft"),
    VIN("vin"),
    IMEI("imei"),
    FIREARM("firearm"),
    CLABE("clabe"),
    /// Clave de elector of Mexico's electoral institute.
    INE_KEY("ine-key"),
    /// Social security number of the United States.
    SSN("ssn"),
    /// Individual taxpayer identification number of the United States.
    ITIN("itin"),
    /// Alien registration number of the United States.
    A_NUMBER("a-number"),
    /// Universal control number of the FBI.
    FBI_NUMBER("fbi-number"),
    /// A vehicle's plate, with the state that gave it.
    PLATE("plate"),
    /// Any other number with a name of its own in its source (NIT, cédula, folio mercantil, MMSI ...).
    GENERIC("generic");

    private final String key;

    IdentifierType(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public static Optional<IdentifierType> ofKey(String key) {
        for (IdentifierType type : values()) {
            if (type.key.equals(key)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
