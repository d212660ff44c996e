package org.entente.ledger.witness;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.ledger.checkpoint.SignedCheckpoint;

/// A witness's memory that forgets at exit.
public final class MemoryWitnessStore implements WitnessStore {
    private final Map<String, TreeHead> heads = new HashMap<>();

    @Override
    public synchronized Optional<TreeHead> latest(String origin) {
        return Optional.ofNullable(heads.get(origin));
    }

    @Override
    public synchronized boolean replace(
            String origin, Optional<TreeHead> expected, TreeHead next, SignedCheckpoint signed) {
        boolean same = latest(origin).equals(expected);
        if (same) {
            heads.put(origin, next);
        }
        return same;
    }
}
