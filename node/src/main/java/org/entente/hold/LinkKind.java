package org.entente.hold;

import java.util.Optional;

/// How one subject stands to another, from the first to the second.
public enum LinkKind {
    /// As the Treasury list says it, nothing more precise.
    LINKED_TO("linked-to"),
    MEMBER_OF("member-of"),
    OWNED_BY("owned-by"),
    USED_BY("used-by"),
    BOUGHT_BY("bought-by"),
    /// An event to the thing that turned up in it.
    RECOVERED("recovered"),
    /// An event to a person or organisation that was there; says nothing about their part.
    INVOLVED("involved");

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
