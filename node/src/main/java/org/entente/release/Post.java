package org.entente.release;

import java.time.Instant;
import java.util.Optional;
import org.entente.db.Tx;
import org.entente.exchange.Dispatch;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.Bytes;
import org.entente.kernel.InstitutionId;

/// What this room needs of the exchange: its outbox and inbox. Boot gives the real ones.
public interface Post {
    EnvelopeId send(Tx tx, Dispatch dispatch);

    SentRelease.Progress progress(EnvelopeId envelope);

    /// Why it had no effect there; empty while it is on its way, and once it was taken.
    Optional<WordLoss> loss(EnvelopeId envelope);

    /// When the other node took it, by its signed receipt; empty while there is none or it refused.
    Optional<Instant> received(EnvelopeId envelope);

    /// The body of a received envelope, by the key of the institution it is sealed to.
    Bytes open(Tx tx, EnvelopeId envelope, InstitutionId by);

    /// The body as the exchange keeps it is erased; header and hash stay.
    void destroyBody(Tx tx, EnvelopeId envelope, InstitutionId by);
}
