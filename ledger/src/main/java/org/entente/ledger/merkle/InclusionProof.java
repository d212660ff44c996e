package org.entente.ledger.merkle;

import java.util.ArrayList;
import java.util.List;
import org.entente.ledger.Fault;
import org.entente.ledger.Hash;
import org.entente.ledger.LedgerException;
import org.entente.ledger.Limits;

/// PATH(m, D[n]) of RFC 6962, section 2.1.1: hashes from the leaf's sibling up to the root's child.
public record InclusionProof(long index, long size, List<Hash> hashes) {
    public InclusionProof {
        hashes = List.copyOf(hashes);
        if (index < 0 || index >= size || hashes.size() > Limits.PROOF_HASHES) {
            throw new LedgerException(Fault.PROOF_MALFORMED, "index " + index, "size " + size);
        }
    }

    public static InclusionProof of(HashSource source, long index, long size) {
        if (index < 0 || index >= size) {
            throw new LedgerException(Fault.OUT_OF_RANGE, "index " + index, "size " + size);
        }
        List<Hash> downward = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long split = from + largestPowerBelow(to - from);
            if (index < split) {
                downward.add(Merkle.rangeHash(source, split, to));
                to = split;
            } else {
                downward.add(Merkle.rangeHash(source, from, split));
                from = split;
            }
        }
        return new InclusionProof(index, size, downward.reversed());
    }

    /// Whether this shows that `leafHash` stands at `index` under `root` (RFC 9162, section 2.1.3.2).
    public boolean proves(Hash leafHash, Hash root) {
        long node = index;
        long last = size - 1;
        Hash hash = leafHash;
        for (Hash sibling : hashes) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = Merkle.nodeHash(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>>= 1;
                    last >>>= 1;
                }
            } else {
                hash = Merkle.nodeHash(hash, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    static long largestPowerBelow(long width) {
        return Long.highestOneBit(width - 1);
    }
}
