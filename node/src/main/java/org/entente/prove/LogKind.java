package org.entente.prove;

import java.util.Locale;

/// The two logs a node keeps per agreement.
public enum LogKind {
    /// What crossed between the nodes.
    EXCHANGE,
    /// What was done at home: searches, approvals, erasures, access.
    DUTY;

    /// As tables, paths and the API spell it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static LogKind of(Leaf leaf) {
        return switch (leaf) {
            case Leaf.Exchange _ -> EXCHANGE;
            case Leaf.Duty _ -> DUTY;
        };
    }
}
