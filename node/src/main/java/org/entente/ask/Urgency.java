package org.entente.ask;

import java.util.Arrays;
import java.util.Optional;

/// How urgent a request is; decides its clock.
public enum Urgency {
    ORDINARY("ordinary"),
    URGENT("urgent"),
    /// Urgent, and held in a database that answers at once.
    URGENT_AT_HAND("urgent-at-hand");

    private final String word;

    Urgency(String word) {
        this.word = word;
    }

    /// As the pack's fact and the wire write it.
    public String word() {
        return word;
    }

    static Optional<Urgency> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
