package org.entente.release;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.entente.db.Tx;
import org.entente.exchange.Dispatch;
import org.entente.exchange.EnvelopeId;
import org.entente.exchange.Inbox;
import org.entente.exchange.Outbox;
import org.entente.exchange.OutboxState;
import org.entente.kernel.Bytes;
import org.entente.kernel.InstitutionId;

/// The exchange's own outbox and inbox. The inbox is asked for late, because it is made with the desks of the verbs.
public record ExchangePost(Outbox outbox, Supplier<Inbox> inbox) implements Post {
    @Override
    public EnvelopeId send(Tx tx, Dispatch dispatch) {
        return outbox.put(tx, dispatch);
    }

    @Override
    public SentRelease.Progress progress(EnvelopeId envelope) {
        return switch (outbox.state(envelope)) {
            case OutboxState.Queued _ -> SentRelease.Progress.QUEUED;
            case OutboxState.Sent _ -> SentRelease.Progress.SENT;
            case OutboxState.Delivered _ -> SentRelease.Progress.DELIVERED;
            case OutboxState.Refused _, OutboxState.Expired _ -> SentRelease.Progress.NOT_DELIVERED;
        };
    }

    @Override
    public Optional<WordLoss> loss(EnvelopeId envelope) {
        return switch (outbox.state(envelope)) {
            case OutboxState.Queued _, OutboxState.Sent _, OutboxState.Delivered _ -> Optional.empty();
            case OutboxState.Refused refused -> Optional.of(new WordLoss.Refused(refused.code()));
            case OutboxState.Expired _ -> Optional.of(new WordLoss.RanOut());
        };
    }

    @Override
    public Optional<Instant> received(EnvelopeId envelope) {
        return outbox.state(envelope) instanceof OutboxState.Delivered delivered
                ? Optional.of(delivered.receipt().received())
                : Optional.empty();
    }

    @Override
    public Bytes open(Tx tx, EnvelopeId envelope, InstitutionId by) {
        return inbox.get().open(tx, envelope, by);
    }

    @Override
    public void destroyBody(Tx tx, EnvelopeId envelope, InstitutionId by) {
        inbox.get().destroyBody(tx, envelope, by);
    }
}
