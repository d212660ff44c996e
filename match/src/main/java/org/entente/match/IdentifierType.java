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
