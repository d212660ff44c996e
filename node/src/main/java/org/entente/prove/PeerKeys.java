package org.entente.prove;

import java.util.List;
import org.entente.kernel.AgreementId;
import org.entente.ledger.note.VerifierKey;

/// The keys of the other party that this node pinned; empty lists before the pairing.
public interface PeerKeys {
    /// Keys of the peer's logs, each trusted for the origin that is its name.
    List<VerifierKey> logs(AgreementId agreement);

    /// Keys whose cosignatures on our own logs count.
    List<VerifierKey> witnesses(AgreementId agreement);
}
