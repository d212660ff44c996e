package org.entente.ask;

import java.time.Instant;
import java.util.List;
import org.entente.ask.RequestDocument.Line;
import org.entente.kernel.OfficerId;
import org.jspecify.annotations.Nullable;

/// What happened to a request.
///
/// @param by an officer's, a party's or a schedule's label
/// @param note what they wrote, or a key (of a ground, a release, a clock); empty if nothing
/// @param lines what the note or the letter says, in both languages: the ground, the milestone and its form, the clock
/// @param actingFor for whom an officer stood in; null if for nobody
public record HistoryEntry(
        Instant at,
        Event event,
        String by,
        String note,
        List<Line> lines,
        @Nullable OfficerId actingFor) {
    public HistoryEntry {
        lines = List.copyOf(lines);
    }

    /// Whether the note is a key that the lines say in words.
    public boolean isNoteKey() {
        return LetterKind.of(event).isEmpty() && !lines.isEmpty();
    }
}
