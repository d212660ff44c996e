package org.entente.ask;

import java.util.function.BiConsumer;
import org.entente.db.Tx;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.Officer;
import org.entente.kernel.PeerParty;
import org.entente.release.ReceivedRelease;
import org.entente.release.ReleaseId;
import org.entente.release.Releases;
import org.entente.release.SealOrder;
import org.entente.release.Sealing;
import org.entente.release.SentRelease;

/// Answers through the node's own releases.
public record ReleaseAnswering(Releases releases) implements Answering {
    @Override
    public Sealing seal(Officer officer, SealOrder order, BiConsumer<Tx, Sealing.Sealed> within) {
        return releases.seal(officer, order, within);
    }

    @Override
    public Cover cover(Officer officer, Direction side, ReleaseId release) {
        return switch (side) {
            case IN -> {
                SentRelease sent = releases.sent(officer, release);
                int count = releases.items(officer, release).size();
                yield new Cover(sent.terms(), sent.termsHash(), sent.contentHash(), count);
            }
            case OUT -> {
                ReceivedRelease received = releases.received(officer, release);
                yield new Cover(received.terms(), received.termsHash(), received.contentHash(), null);
            }
        };
    }

    @Override
    public boolean hasArrived(Tx tx, PeerParty from, ReleaseId release, EnvelopeId inReplyTo) {
        return releases.hasArrived(tx, from, release, inReplyTo);
    }
}
