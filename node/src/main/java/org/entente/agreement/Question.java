package org.entente.agreement;

import java.util.Map;
import java.util.Set;

/// What is to be ruled: a measure of the pack ("firearm-trace"), the facts stated so far, by their keys, and the keys
/// of
/// the assurances the requesting party has given.
public record Question(String measure, Map<String, Fact> facts, Set<String> assurances) {
    public Question {
        facts = Map.copyOf(facts);
        assurances = Set.copyOf(assurances);
    }

    /// Without any assurance given.
    public Question(String measure, Map<String, Fact> facts) {
        this(measure, facts, Set.of());
    }
}
