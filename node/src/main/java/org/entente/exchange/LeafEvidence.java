package org.entente.exchange;

import java.util.Optional;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.ledger.checkpoint.TlogProof;
import org.entente.prove.Leaf;
import org.entente.prove.LeafRequest;

/// Shows leaves of our EXCHANGE logs to the peer. Thread-safe.
public interface LeafEvidence {
    /// The stored bytes of the leaf and its proof under this node's newest signed checkpoint, with the
    /// cosignatures it has; empty until a signed checkpoint covers the leaf.
    Optional<Shown> of(LeafRequest request);

    /// Our leaf about an envelope under a checkpoint that the peer cosigned; empty until there is one.
    Optional<Shown> cosigned(AgreementId agreement, EnvelopeId id, Leaf.Direction direction);

    record Shown(Bytes leaf, TlogProof proof) {}
}
