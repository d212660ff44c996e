package org.entente.law;

import java.util.Optional;
import org.entente.db.Tx;
import org.entente.exchange.Dispatch;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.InstitutionId;
import org.entente.ledger.note.Signer;
import org.entente.ledger.note.VerifierKey;

/// What this room needs of the exchange. Boot gives the real one.
public interface Post {
    EnvelopeId send(Tx tx, Dispatch dispatch);

    /// The body of a received envelope, by the key of the institution it is sealed to.
    Bytes open(Tx tx, EnvelopeId envelope, InstitutionId by);

    /// The envelope key of this party, which the other pinned.
    Signer signer(AgreementId agreement);

    /// The envelope key of the other party, as it is pinned here; empty while none is.
    Optional<VerifierKey> peerKey(AgreementId agreement);

    /// The code with which the other node refused an own envelope, or EXPIRED. Opens a transaction of its own.
    Optional<String> failure(EnvelopeId envelope);
}
