package org.entente.release;

import org.entente.kernel.EvaluationCode;
import org.entente.kernel.PersonClass;
import org.jspecify.annotations.Nullable;

/// What one line of a release came from: an own statement, or words an officer composed. Exactly one of `statementId`
/// and `composed` is there; `standing` goes with composed words, and lacks where they were sealed before it was kept.
public record SentItem(
        @Nullable String statementId,
        String property,
        @Nullable String composed,
        @Nullable Standing standing) {
    /// What is said of composed words beside their value.
    public record Standing(PersonClass personClass, EvaluationCode evaluation, boolean invented) {}
}
