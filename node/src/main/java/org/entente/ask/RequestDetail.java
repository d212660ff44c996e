package org.entente.ask;

import java.util.List;
import org.entente.agreement.FactTerm;
import org.entente.agreement.Ground;
import org.entente.agreement.Ruling;
import org.jspecify.annotations.Nullable;

/// All a person of this party may see of a request. `ruling` is this side's, with the facts known now; `openFacts` the
/// questions this side's lawyer still has to answer; `grounds` those open for a refusal, on the asked side.
public record RequestDetail(
        Filed filed,
        RequestSummary summary,
        RequestDocument document,
        Ruling ruling,
        List<FactTerm> openFacts,
        List<Ground> grounds,
        Post.@Nullable Progress progress,
        List<HistoryEntry> history) {
    public RequestDetail {
        openFacts = List.copyOf(openFacts);
        grounds = List.copyOf(grounds);
        history = List.copyOf(history);
    }
}
