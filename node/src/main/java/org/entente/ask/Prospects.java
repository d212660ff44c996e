package org.entente.ask;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.agreement.Agreement;
import org.entente.agreement.Ruling;
import org.entente.agreement.clock.Deadline;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Marking;
import org.entente.kernel.Officer;
import org.entente.kernel.Party;
import org.jspecify.annotations.Nullable;

/// What a draft of the law would change for the requests that are open now. Nothing changes for them
/// when it comes into force: they live under the version they were made in. It shows what the next one
/// of their kind will meet.
public final class Prospects {
    private final Surroundings around;
    private final Files files;

    public Prospects(Surroundings around) {
        this.around = around;
        this.files = new Files(around);
    }

    /// The officer's own open requests that the draft would rule otherwise or give another term, at
    /// most 1,000. The look is in the DUTY log before this returns.
    public List<Prospect> under(Officer officer, Agreement draft) {
        around.access().require(officer, AskAction.READ, Marking.UNMARKED);
        List<Filed> open = around.transactions().in(tx -> {
            around.duty(
                    tx,
                    draft.id(),
                    "ask.compared",
                    Map.of("by", officer.label(), "law", draft.packHash().hex()));
            return Stream.concat(
                            files.inbox(tx, around.reader(officer)).stream(),
                            files.sent(tx, around.reader(officer)).stream())
                    .filter(filed -> filed.state().isOpen())
                    .toList();
        });
        return open.stream()
                .filter(filed -> filed.request().head().agreement().equals(draft.id()))
                .map(filed -> prospect(filed, draft))
                .filter(Prospects::differs)
                .toList();
    }

    private Prospect prospect(Filed filed, Agreement draft) {
        Agreement law = around.agreement(filed.request());
        Ruling now = Questions.rule(law, filed.request(), filed.side(), filed.own());
        Optional<Ruling> then = rule(filed, draft);
        return new Prospect(
                filed.number(),
                filed.request().type(),
                filed.side(),
                filed.state(),
                now.word(),
                now.trace().firedIds(),
                then.map(Ruling::word).orElse(Prospect.NOT_ASKED),
                then.map(ruling -> ruling.trace().firedIds()).orElse(List.of()),
                due(filed, law),
                due(filed, draft));
    }

    /// Empty if the draft has no such type, or does not take what was stated.
    private static Optional<Ruling> rule(Filed filed, Agreement draft) {
        if (RequestType.of(draft, filed.request().type().measure()).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Questions.rule(draft, filed.request(), filed.side(), filed.own()));
        } catch (EntenteException _) {
            return Optional.empty();
        }
    }

    private static @Nullable Instant due(Filed filed, Agreement law) {
        Deadline deadline = filed.deadline();
        boolean known = deadline != null
                && law.text().clocks().stream().anyMatch(one -> one.key().equals(deadline.clock()));
        if (deadline == null || !known) {
            return null;
        }
        Party asking = filed.request().head().from().party();
        Party asked = filed.request().head().to().party();
        return law.clock(deadline.clock(), deadline.start(), asking, asked).due();
    }

    private static boolean differs(Prospect one) {
        return !one.now().equals(one.then())
                || !one.firedNow().equals(one.firedThen())
                || !Objects.equals(one.dueNow(), one.dueThen());
    }
}
