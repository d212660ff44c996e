package org.entente.hold;

import java.util.Optional;

/// How one subject stands to another, from the first to the second.
public enum LinkKind {
    /// As the Treasury list says it, nothing more precise.
    LINKED_TO("linked-to"),
    MEMBER_OF("member-of"),
    OWNS("owns"),
    USES("uses"),
    /// A firearm, drug or vehicle to the event it turned up in.
    RECOVERED_IN("recovered-in"),
    /// A person or organisation to an event.
    PRESENT_AT("present-at"),
    BOUGHT("bought");

    private final String key;

    LinkKind(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public static Optional<LinkKind> ofKey(String key) {
        for (LinkKind kind : values()) {
            if (kind.key.equals(key)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
