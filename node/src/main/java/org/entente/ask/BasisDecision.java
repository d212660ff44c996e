package org.entente.ask;

import java.util.Map;
import org.entente.kernel.EntenteException;
import org.jspecify.annotations.Nullable;

/// A lawyer's decision on a basis: accepted or not, a note for the file, and the facts only this side can state, by the
/// pack's keys ("risk.human-rights" to "no"). `revision` is the one that was read; null if the caller does not say, and
/// then the decision is on whatever the text is now.
public record BasisDecision(
        boolean accepted,
        String note,
        Map<String, String> facts,
        @Nullable Integer revision) {
    public BasisDecision {
        facts = Map.copyOf(facts);
    }

    public BasisDecision(boolean accepted, String note, Map<String, String> facts) {
        this(accepted, note, facts, null);
    }

    /// @throws EntenteException ASK_TEXT_CHANGED
    void requireRevision(RequestNumber number, History history) {
        if (revision != null && revision != history.revision()) {
            throw new EntenteException(AskCode.ASK_TEXT_CHANGED, number.value());
        }
    }
}
