package org.entente.ask;

import java.util.Map;

/// A lawyer's decision on a basis: accepted or not, a note for the file, and the facts only this side can state, by the
/// pack's keys ("risk.human-rights" to "no").
public record BasisDecision(boolean accepted, String note, Map<String, String> facts) {
    public BasisDecision {
        facts = Map.copyOf(facts);
    }
}
