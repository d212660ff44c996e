package org.entente.ask;

import java.util.function.BiConsumer;
import org.entente.db.Tx;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.Officer;
import org.entente.kernel.PeerParty;
import org.entente.release.ReleaseId;
import org.entente.release.SealOrder;
import org.entente.release.Sealing;

/// What this room needs of RELEASE. Boot gives the real one.
public interface Answering {
    /// Seals an answer's content. `within` runs inside the sealing transaction, so that the release and the answer are
    /// one effect or none; it does not run where the release is refused.
    Sealing seal(Officer officer, SealOrder order, BiConsumer<Tx, Sealing.Sealed> within);

    /// Whether a release of that party has arrived here in reply to that envelope.
    boolean hasArrived(Tx tx, PeerParty from, ReleaseId release, EnvelopeId inReplyTo);
}
