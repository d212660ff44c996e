package org.entente.prove;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.entente.db.Tx;
import org.entente.kernel.Ids;

/// A ledger that keeps what committed transactions asked for, in order.
public final class RecordedLeaves implements Ledger {
    private final List<Leaf> leaves = new CopyOnWriteArrayList<>();

    @Override
    public LeafRequest request(Tx tx, Leaf leaf) {
        tx.afterCommit(() -> leaves.add(leaf));
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

    /// The DUTY leaves of one type.
    public List<Leaf.Duty> duties(String type) {
        return leaves.stream()
                .filter(leaf -> leaf instanceof Leaf.Duty duty && duty.type().equals(type))
                .map(leaf -> (Leaf.Duty) leaf)
                .toList();
    }

    /// The types of the DUTY leaves, in their order.
    public List<String> dutyTypes() {
        return leaves.stream()
                .filter(Leaf.Duty.class::isInstance)
                .map(leaf -> ((Leaf.Duty) leaf).type())
                .toList();
    }
}
