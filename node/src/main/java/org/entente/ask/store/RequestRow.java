package org.entente.ask.store;

import java.time.Instant;
import java.util.List;
import org.entente.kernel.Bytes;
import org.jspecify.annotations.Nullable;

/// A row of `ask.request`, as text; the room makes sense of it.
public record RequestRow(
        String number,
        String agreement,
        String side,
        String institution,
        String authority,
        String state,
        Bytes document,
        @Nullable String caseNumber,
        String casePseudonym,
        @Nullable String author,
        @Nullable String envelope,
        @Nullable String reply,
        @Nullable Clock clock,
        @Nullable Instant stopped,
        @Nullable Instant alarm,
        @Nullable Instant accepted,
        Bytes own,
        @Nullable Bytes refusal,
        @Nullable String release,
        Instant created,
        Instant changed,
        @Nullable String assignee,
        List<String> knows) {
    public RequestRow {
        knows = List.copyOf(knows);
    }

    public record Clock(String key, Instant started, Instant due, String zone, int extensions) {}
}
