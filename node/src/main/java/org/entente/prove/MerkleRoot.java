package org.entente.prove;

import java.util.List;
import org.entente.kernel.Bytes;
import org.entente.ledger.merkle.Merkle;

/// The tree hash of RFC 6962 section 2.1 over a list of entries, for commitments that a later inclusion proof opens.
public final class MerkleRoot {
    private MerkleRoot() {}

    public static Bytes of(List<Bytes> entries) {
        return Bytes.of(Merkle.root(entries.stream()
                        .map(entry -> Merkle.leafHash(entry.toArray()))
                        .toList())
                .toArray());
    }
}
