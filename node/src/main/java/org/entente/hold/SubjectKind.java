package org.entente.hold;

import java.util.Optional;

/// What a subject is. The key is the word in files and in the API.
public enum SubjectKind {
    PERSON("person"),
    ORGANISATION("organisation"),
    VESSEL("vessel"),
    AIRCRAFT("aircraft"),
    VEHICLE("vehicle"),
    FIREARM("firearm"),
    PHONE("phone"),
    ACCOUNT("account"),
    DOCUMENT("document"),
    PLACE("place"),
    /// A seizure, recovery, tunnel, transfer, or a count of crossings: its statements say which.
    EVENT("event");

    private final String key;

    SubjectKind(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public static Optional<SubjectKind> ofKey(String key) {
        for (SubjectKind kind : values()) {
            if (kind.key.equals(key)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
