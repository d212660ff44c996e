package org.entente.prove;

import java.time.InstantSource;
import org.entente.kernel.Bytes;
import org.entente.kernel.PeerParty;
import org.entente.ledger.Octets;
import org.entente.ledger.note.Signer;
import org.entente.ledger.note.VerifierKey;
import org.entente.ledger.witness.Witness;
import org.entente.ledger.witness.WitnessAnswer;
import org.entente.ledger.witness.WitnessStore;

/// Our witness over the peer's logs. A cosignature says "consistent with what we saw before", never agreement with
/// content. The store's compare and swap orders concurrent requests.
public final class PeerWitness implements WitnessDesk {
    private final Signer cosigner;
    private final PeerKeys peer;
    private final WitnessStore store;
    private final InstantSource clock;

    public PeerWitness(Signer cosigner, PeerKeys peer, WitnessStore store, InstantSource clock) {
        this.cosigner = cosigner;
        this.peer = peer;
        this.store = store;
        this.clock = clock;
    }

    public VerifierKey key() {
        return cosigner.key();
    }

    /// Only logs of the party that asks are known here.
    @Override
    public Reply addCheckpoint(PeerParty asker, Bytes request) {
        WitnessAnswer answer =
                new Witness(cosigner, peer.logs(asker.agreement()), store, clock).addCheckpoint(request.toArray());
        Octets body = switch (answer) {
            case WitnessAnswer.Cosigned cosigned -> cosigned.body();
            case WitnessAnswer.Conflict conflict -> conflict.body();
            case WitnessAnswer.Malformed _,
                    WitnessAnswer.OldAboveNew _,
                    WitnessAnswer.UnknownOrigin _,
                    WitnessAnswer.BadSignature _,
                    WitnessAnswer.BadProof _ -> Octets.of(new byte[0]);
        };
        return new Reply(answer.status(), Bytes.of(body.toArray()));
    }
}
