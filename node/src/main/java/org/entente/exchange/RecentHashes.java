package org.entente.exchange;

import java.util.LinkedHashSet;
import org.entente.kernel.Bytes;

/// The last few hashes seen, the oldest forgotten first. Thread-safe.
final class RecentHashes {
    private final int countMax;
    private final LinkedHashSet<Bytes> seen = new LinkedHashSet<>();

    RecentHashes(int countMax) {
        this.countMax = countMax;
    }

    /// Whether the hash is new here.
    synchronized boolean add(Bytes hash) {
        if (!seen.add(hash)) {
            return false;
        }
        if (seen.size() > countMax) {
            seen.removeFirst();
        }
        return true;
    }
}
