package org.entente.ask;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.entente.db.Tx;
import org.entente.exchange.Dispatch;
import org.entente.exchange.EnvelopeId;
import org.entente.exchange.Inbox;
import org.entente.exchange.Outbox;
import org.entente.exchange.OutboxState;
import org.entente.exchange.Pseudonyms;
import org.entente.exchange.Receipt;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.InstitutionId;

/// The exchange's own outbox, inbox and pseudonyms. The inbox is asked for late, because it is made with the desks of
/// the verbs.
public record ExchangePost(Outbox outbox, Supplier<Inbox> inbox, Pseudonyms pseudonyms) implements Post {
    @Override
    public Outbox.Queued send(Tx tx, Dispatch dispatch) {
        return outbox.queue(tx, dispatch);
    }

    @Override
    public Outbox.Standing standing(Tx tx, AgreementId agreement) {
        return outbox.standing(tx, agreement);
    }

    @Override
    public List<Outbox.Refused> refused(Tx tx, AgreementId agreement, Set<String> types) {
        return outbox.refused(tx, agreement, types);
    }

    @Override
    public Bytes open(Tx tx, EnvelopeId envelope, InstitutionId by) {
        return inbox.get().open(tx, envelope, by);
    }

    @Override
    public String pseudonym(AgreementId agreement, CaseNumber number) {
        return pseudonyms.of(agreement, number);
    }

    @Override
    public Optional<Instant> received(Tx tx, EnvelopeId envelope) {
        return outbox.received(tx, envelope);
    }

    @Override
    public Optional<Receipt> receipt(AgreementId agreement, EnvelopeId envelope, Direction direction) {
        return switch (direction) {
            case IN -> Optional.of(inbox.get().receipt(agreement, envelope));
            case OUT ->
                switch (outbox.state(envelope)) {
                    case OutboxState.Delivered delivered -> Optional.of(delivered.receipt());
                    case OutboxState.Refused refused -> Optional.of(refused.receipt());
                    case OutboxState.Queued _, OutboxState.Sent _, OutboxState.Expired _ -> Optional.empty();
                };
        };
    }

    @Override
    public Progress progress(EnvelopeId envelope) {
        return switch (outbox.state(envelope)) {
            case OutboxState.Queued _, OutboxState.Sent _ -> new Progress.OnTheWay();
            case OutboxState.Delivered delivered ->
                new Progress.Delivered(delivered.receipt().received());
            case OutboxState.Refused refused -> new Progress.Failed(refused.code());
            case OutboxState.Expired _ -> new Progress.Failed("EXPIRED");
        };
    }
}
