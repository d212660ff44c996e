package org.entente.exchange;

import java.util.Optional;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.prove.WitnessTransport;

/// `POST /peer/v1/witness/add-checkpoint`.
public final class PeerWitnessTransport implements WitnessTransport {
    private final PeerDirectory directory;
    private final PeerClient client;

    public PeerWitnessTransport(PeerDirectory directory, PeerClient client) {
        this.directory = directory;
        this.client = client;
    }

    @Override
    public Reply addCheckpoint(AgreementId agreement, Bytes request) {
        Optional<Peer> peer = directory.peer(agreement);
        if (peer.isEmpty()) {
            return new Reply.Away("no peer is pinned");
        }
        return switch (client.post(peer.get(), "witness/add-checkpoint", request, Limits.WITNESS_BYTES)) {
            case PeerReply.Answered answered -> new Reply.Answered(answered.status(), answered.body());
            case PeerReply.Away away -> new Reply.Away(away.reason());
        };
    }
}
