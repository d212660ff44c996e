package org.entente.hold;

import java.util.Optional;
import org.entente.match.IdentifierType;

/// The closed vocabulary of statements. Screens take its two names from the room's texts under
/// `property.<key>`.
public enum Property {
    NAME("name"),
    BIRTH_DATE("birth-date"),
    BIRTH_PLACE("birth-place"),
    NATIONALITY("nationality"),
    CITIZENSHIP("citizenship"),
    GENDER("gender"),
    TITLE("title"),
    ADDRESS("address"),
    EMAIL("email"),
    WEBSITE("website"),
    PROGRAMME("programme"),
    LISTING("listing"),
    LISTED_ON("listed-on"),
    CURP("curp", IdentifierType.CURP),
    RFC("rfc", IdentifierType.RFC),
    PASSPORT("passport", IdentifierType.PASSPORT),
    PHONE("phone", IdentifierType.PHONE),
    IMO("imo", IdentifierType.IMO),
    AIRCRAFT_MARK("aircraft-mark", IdentifierType.AIRCRAFT),
    VIN("vin", IdentifierType.VIN),
    IMEI("imei", IdentifierType.IMEI),
    FIREARM("firearm", IdentifierType.FIREARM),
    CLABE("clabe", IdentifierType.CLABE),
    /// Any other number, with its own name in the value: "Cedula No. 6068015 (Colombia)".
    IDENTIFIER("identifier", IdentifierType.GENERIC),
    FLAG("flag"),
    VESSEL_TYPE("vessel-type"),
    CALL_SIGN("call-sign"),
    TONNAGE("tonnage"),
    OWNER("owner"),
    ESTABLISHED("established"),
    MAKE("make"),
    MODEL("model"),
    CALIBRE("calibre"),
    EVENT_TYPE("event-type"),
    EVENT_DATE("event-date"),
    PLACE("place"),
    SUBSTANCE("substance"),
    /// With its unit in the value: "412 kg".
    QUANTITY("quantity"),
    /// A count of people without any name: crossings are never records of persons.
    PEOPLE_COUNT("people-count"),
    /// What a source says in words of its own; nothing a source says is dropped.
    DETAIL("detail");

    private final String key;
    private final Optional<IdentifierType> identifierType;

    Property(String key) {
        this.key = key;
        this.identifierType = Optional.empty();
    }

    Property(String key, IdentifierType identifierType) {
        this.key = key;
        this.identifierType = Optional.of(identifierType);
    }

    public String key() {
        return key;
    }

    /// How the value is read as an identifier; empty where it is none.
    public Optional<IdentifierType> identifierType() {
        return identifierType;
    }

    public static Optional<Property> ofKey(String key) {
        for (Property property : values()) {
            if (property.key.equals(key)) {
                return Optional.of(property);
            }
        }
        return Optional.empty();
    }
}
