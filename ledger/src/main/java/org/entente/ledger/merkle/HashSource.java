package org.entente.ledger.merkle;

import org.entente.ledger.Hash;

/// Hashes of complete subtrees.
@FunctionalInterface
public interface HashSource {
    /// The hash over the leaves `index * 2^height` (inclusive) to `(index + 1) * 2^height` (exclusive).
    Hash subtree(int height, long index);
}
