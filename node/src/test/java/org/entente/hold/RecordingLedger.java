package org.entente.hold;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.entente.db.Tx;
import org.entente.kernel.Ids;
import org.entente.prove.Leaf;
import org.entente.prove.LeafRequest;
import org.entente.prove.LeafState;
import org.entente.prove.Ledger;

/// Keeps what was asked to be recorded.
final class RecordingLedger implements Ledger {
    final List<Leaf> leaves = new ArrayList<>();

    @Override
    public synchronized LeafRequest request(Tx tx, Leaf leaf) {
        leaves.add(leaf);
        return new LeafRequest(Ids.random128());
    }

    @Override
    public LeafState state(LeafRequest request) {
        return new LeafState.Requested();
    }

    @Override
    public LeafState awaitDurable(LeafRequest request, Duration limit) {
        return new LeafState.Requested();
    }
}
