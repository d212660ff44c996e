package org.entente.ask;

import java.util.function.BiConsumer;
import org.entente.db.Tx;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.Officer;
import org.entente.kernel.PeerParty;
import org.entente.release.ReleaseId;
import org.entente.release.Releases;
import org.entente.release.SealOrder;
import org.entente.release.Sealing;

/// Answers through the node's own releases.
public record ReleaseAnswering(Releases releases) implements Answering {
    @Override
    public Sealing seal(Officer officer, SealOrder order, BiConsumer<Tx, Sealing.Sealed> within) {
        return releases.seal(officer, order, within);
    }

    @Override
    public boolean hasArrived(Tx tx, PeerParty from, ReleaseId release, EnvelopeId inReplyTo) {
        return releases.hasArrived(tx, from, release, inReplyTo);
    }
}
