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

    synchronized boolean contains(Bytes hash) {
        return seen.contains(hash);
    }

    synchronized void add(Bytes hash) {
        seen.add(hash);
        if (seen.size() > countMax) {
            seen.removeFirst();
        }
    }
}
