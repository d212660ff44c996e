package org.entente.ledger.merkle;

import java.util.ArrayList;
import java.util.List;
import org.entente.ledger.Fault;
import org.entente.ledger.Hash;
import org.entente.ledger.LedgerException;
import org.entente.ledger.Limits;

/// PROOF(m, D[n]) of RFC 6962, section 2.1.2, for `0 < oldSize <= newSize`. From the empty tree nothing needs proof,
/// and nothing is proved: such a proof does not exist here.
public record ConsistencyProof(long oldSize, long newSize, List<Hash> hashes) {
    public ConsistencyProof {
        hashes = List.copyOf(hashes);
        if (oldSize <= 0 || oldSize > newSize || hashes.size() > Limits.PROOF_HASHES) {
            throw new LedgerException(Fault.PROOF_MALFORMED, "old " + oldSize, "new " + newSize);
        }
    }

    public static ConsistencyProof of(HashSource source, long oldSize, long newSize) {
        if (oldSize <= 0 || oldSize > newSize) {
            throw new LedgerException(Fault.OUT_OF_RANGE, "old " + oldSize, "new " + newSize);
        }
        List<Hash> downward = new ArrayList<>();
        long from = 0;
        long to = newSize;
        while (to != oldSize) {
            long split = from + InclusionProof.largestPowerBelow(to - from);
            if (oldSize <= split) {
                downward.add(Merkle.rangeHash(source, split, to));
                to = split;
            } else {
                downward.add(Merkle.rangeHash(source, from, split));
                from = split;
            }
        }
        if (from != 0) {
            downward.add(Merkle.rangeHash(source, from, to));
        }
        return new ConsistencyProof(oldSize, newSize, downward.reversed());
    }

    /// Whether the tree with `newRoot` extends the tree with `oldRoot` (RFC 9162, section 2.1.4.2).
    public boolean links(Hash oldRoot, Hash newRoot) {
        if (oldSize == newSize) {
            return hashes.isEmpty() && oldRoot.equals(newRoot);
        }
        List<Hash> path = new ArrayList<>(hashes);
        if (Long.bitCount(oldSize) == 1) {
            path.addFirst(oldRoot);
        }
        if (path.isEmpty()) {
            return false;
        }
        long node = oldSize - 1;
        long last = newSize - 1;
        while ((node & 1) == 1) {
            node >>>= 1;
            last >>>= 1;
        }
        Hash old = path.getFirst();
        Hash current = path.getFirst();
        for (Hash sibling : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                old = Merkle.nodeHash(sibling, old);
                current = Merkle.nodeHash(sibling, current);
                while ((node & 1) == 0 && node != 0) {
                    node >>>= 1;
                    last >>>= 1;
                }
            } else {
                current = Merkle.nodeHash(current, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && old.equals(oldRoot) && current.equals(newRoot);
    }
}
