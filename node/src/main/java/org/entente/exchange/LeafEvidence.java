package org.entente.exchange;

import java.util.Optional;
import org.entente.kernel.Bytes;
import org.entente.ledger.checkpoint.TlogProof;
import org.entente.prove.LeafRequest;

/// Shows a leaf to the peer.
public interface LeafEvidence {
    /// The stored bytes of the leaf and its proof under this node's newest signed checkpoint, with the cosignatures it
    /// has; empty until a signed checkpoint covers the leaf.
    Optional<Shown> of(LeafRequest request);

    record Shown(Bytes leaf, TlogProof proof) {}
}
