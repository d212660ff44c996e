package org.entente.release;

import org.jspecify.annotations.Nullable;

/// What one line of a release came from: an own statement, or words an officer composed. Exactly one of `statementId`
/// and `composed` is there.
public record SentItem(
        @Nullable String statementId,
        String property,
        @Nullable String composed) {}
