package org.entente.ask;

import java.time.Instant;
import java.util.List;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.CaseNumber;
import org.jspecify.annotations.Nullable;

/// A no-surprise notice as this node has it.
///
/// @param about the request it is about, on the sending side only
/// @param due until when somebody decides; null once it was decided
/// @param steps what was decided, by whom and why, in order
public record FiledForewarning(
        Forewarning forewarning,
        Direction side,
        ForewarningState state,
        @Nullable RequestNumber about,
        @Nullable CaseNumber caseNumber,
        String by,
        @Nullable Instant due,
        @Nullable EnvelopeId envelope,
        @Nullable Instant sent,
        @Nullable String readBy,
        @Nullable Instant read,
        List<Step> steps) {
    public FiledForewarning {
        steps = List.copyOf(steps);
    }

    /// @param step a state's name, or DUE when it was told that it waits
    /// @param reason empty where none was wanted
    public record Step(
            Instant at,
            String step,
            String by,
            String reason,
            @Nullable Instant due) {}
}
