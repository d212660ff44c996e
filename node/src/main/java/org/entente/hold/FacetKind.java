package org.entente.hold;

import java.util.Optional;

/// Which identity of its subject a facet is.
public enum FacetKind {
    PRIMARY("primary"),
    ALIAS("alias"),
    FORMER("former"),
    /// A nickname or an alias that its source itself calls weak.
    WEAK_ALIAS("weak-alias"),
    /// A false identity with documents of its own.
    ASSUMED("assumed");

    private final String key;

    FacetKind(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public static Optional<FacetKind> ofKey(String key) {
        for (FacetKind kind : values()) {
            if (kind.key.equals(key)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
