package org.entente.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.db.Tx;
import org.entente.exchange.store.QueueStore;
import org.entente.exchange.store.QueueStore.Crossed;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.ledger.bundle.Step;

/// A request, its answer, and the acceptance of the answer's terms, as far as they exist.
final class Correspondence {
    /// What answers a request. A release comes with an `ask.answer`; the release is what the terms are about.
    private static final List<String> ANSWERS =
            List.of("release.sealed", "ask.answer", "ask.refusal", "act.consent", "act.refusal");

    private static final String TERMS = "release.acknowledged";

    private final QueueStore store = new QueueStore();

    record Stage(Step step, Crossed envelope) {}

    /// In the order of the story, the request first.
    ///
    /// @throws EntenteException ENVELOPE_UNKNOWN
    List<Stage> of(Tx tx, AgreementId agreement, EnvelopeId request) {
        Crossed asked = store.crossed(tx, agreement, Bytes.fromHex(request.hex()))
                .orElseThrow(() -> new EntenteException(ExchangeCode.ENVELOPE_UNKNOWN, request.hex()));
        List<Stage> stages = new ArrayList<>(List.of(new Stage(Step.REQUEST, asked)));
        ANSWERS.stream()
                .map(type -> store.reply(tx, agreement, asked, type))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(answer -> {
                    stages.add(new Stage(Step.ANSWER, answer));
                    store.reply(tx, agreement, answer, TERMS)
                            .ifPresent(terms -> stages.add(new Stage(Step.TERMS, terms)));
                });
        return stages;
    }
}
