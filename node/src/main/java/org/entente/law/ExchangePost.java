package org.entente.law;

import java.util.Optional;
import java.util.function.Supplier;
import org.entente.db.Tx;
import org.entente.exchange.Dispatch;
import org.entente.exchange.EnvelopeId;
import org.entente.exchange.Inbox;
import org.entente.exchange.Outbox;
import org.entente.exchange.OutboxState;
import org.entente.exchange.OwnNode;
import org.entente.exchange.PeerDirectory;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.InstitutionId;
import org.entente.ledger.note.Signer;
import org.entente.ledger.note.VerifierKey;

/// The exchange's own. The inbox is asked for late, because it is made with the desks of the verbs.
public record ExchangePost(Outbox outbox, Supplier<Inbox> inbox, OwnNode own, PeerDirectory directory) implements Post {
    @Override
    public EnvelopeId send(Tx tx, Dispatch dispatch) {
        return outbox.put(tx, dispatch);
    }

    @Override
    public Bytes open(Tx tx, EnvelopeId envelope, InstitutionId by) {
        return inbox.get().open(tx, envelope, by);
    }

    @Override
    public Signer signer(AgreementId agreement) {
        return own.envelopeSigner(agreement);
    }

    @Override
    public Optional<VerifierKey> peerKey(AgreementId agreement) {
        return directory.peer(agreement).map(peer -> peer.file().envelope());
    }

    @Override
    public Optional<String> failure(EnvelopeId envelope) {
        return switch (outbox.state(envelope)) {
            case OutboxState.Refused refused -> Optional.of(refused.code());
            case OutboxState.Expired _ -> Optional.of("EXPIRED");
            case OutboxState.Queued _, OutboxState.Sent _, OutboxState.Delivered _ -> Optional.empty();
        };
    }
}
