package org.entente.prove;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.entente.db.Tx;
import org.entente.kernel.Ids;

/// A ledger that keeps what it was asked for, in order, and calls everything durable at once.
///
/// That a result is returned only when its entry is in the database, a room shows so:
///
/// ```java
/// ledger.failOn("hold.dossier-opened");
/// assertThrows(LedgerFake.Failed.class, () -> holdings.dossier(officer, id)); // no entry, no result
/// ledger.failOnNothing();
/// holdings.dossier(officer, id);
/// assertEquals(List.of("hold.dossier-opened"), ledger.committedDutyTypes());
/// ```
///
/// and that entry and effect are one transaction, by comparing [Asked#transaction] with the `xmin` of a row that the
/// same act wrote (`select xmin::text from hold.import where id = ?`).
public final class LedgerFake implements Ledger {
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<Leaf> committed = new CopyOnWriteArrayList<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    /// `transaction` is the number that PostgreSQL writes as `xmin` into each row of the same transaction.
    public record Asked(Leaf leaf, String transaction) {}

    /// Comes out of [#request] for a type that is to fail; the transaction rolls back with it.
    public static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(String type) {
            super(type);
        }
    }

    @Override
    public LeafRequest request(Tx tx, Leaf leaf) {
        if (failing.contains(type(leaf))) {
            throw new Failed(type(leaf));
        }
        String transaction = tx.dsl()
                .fetchSingle("select pg_current_xact_id()::xid::text")
                .get(0, String.class);
        asked.add(new Asked(leaf, transaction));
        tx.afterCommit(() -> committed.add(leaf));
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

    /// From now on a DUTY leaf of this type, or an EXCHANGE leaf whose field `type` it is, is refused.
    public void failOn(String type) {
        failing.add(type);
    }

    public void failOnNothing() {
        failing.clear();
    }

    public List<Leaf> leaves() {
        return asked.stream().map(Asked::leaf).toList();
    }

    /// Every request for this type, also of transactions that rolled back.
    public List<Asked> asked(String type) {
        return asked.stream().filter(one -> type(one.leaf()).equals(type)).toList();
    }

    /// The types of the DUTY leaves, in order.
    public List<String> dutyTypes() {
        return dutyTypes(leaves());
    }

    /// As [#dutyTypes], of transactions that committed alone, in the order of their commits.
    public List<String> committedDutyTypes() {
        return dutyTypes(committed);
    }

    private static List<String> dutyTypes(List<Leaf> leaves) {
        return leaves.stream()
                .filter(Leaf.Duty.class::isInstance)
                .map(LedgerFake::type)
                .toList();
    }

    private static String type(Leaf leaf) {
        return switch (leaf) {
            case Leaf.Duty duty -> duty.type();
            case Leaf.Exchange exchange -> exchange.fields().getOrDefault("type", "");
        };
    }
}
