package org.entente.ask;

import java.util.function.BiConsumer;
import org.entente.db.Tx;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.kernel.PeerParty;
import org.entente.release.ReleaseId;
import org.entente.release.SealOrder;
import org.entente.release.Sealing;
import org.entente.release.Terms;
import org.jspecify.annotations.Nullable;

/// What this room needs of RELEASE. Boot gives the real one.
public interface Answering {
    /// Seals an answer's content. `within` runs inside the sealing transaction, so that the release and the answer are
    /// one effect or none; it does not run where the release is refused.
    Sealing seal(Officer officer, SealOrder order, BiConsumer<Tx, Sealing.Sealed> within);

    /// The terms of the release that answers a request of that direction, never its content.
    ///
    /// @throws EntenteException ACCESS_DENIED; RELEASE_UNKNOWN
    Cover cover(Officer officer, Direction side, ReleaseId release);

    /// What may be told of a release. `statementCount` is known to its owner alone.
    record Cover(
            Terms terms,
            Bytes termsHash,
            Bytes contentHash,
            @Nullable Integer statementCount) {}

    /// Whether a release of that party has arrived here in reply to that envelope.
    boolean hasArrived(Tx tx, PeerParty from, ReleaseId release, EnvelopeId inReplyTo);
}
