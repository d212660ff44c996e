package org.entente.prove;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.entente.db.Tx;
import org.entente.kernel.Ids;

/// A ledger that keeps what it was asked for, in order, and calls everything durable at once.
public final class LedgerFake implements Ledger {
    private final List<Leaf> leaves = new CopyOnWriteArrayList<>();

    @Override
    public LeafRequest request(Tx tx, Leaf leaf) {
        leaves.add(leaf);
        return new LeafRequest(Ids.random128());
    }

    @Override
    public LeafState state(LeafRequest request) {
        return new LeafState.Durable(0);
    }

    @Override
    public LeafState awaitDurable(LeafRequest request, Duration limit) {
        return state(request);
    }

    public List<Leaf> leaves() {
        return List.copyOf(leaves);
    }

    /// The types of the DUTY leaves, in order.
    public List<String> dutyTypes() {
        return leaves.stream()
                .filter(Leaf.Duty.class::isInstance)
                .map(leaf -> ((Leaf.Duty) leaf).type())
                .toList();
    }
}
