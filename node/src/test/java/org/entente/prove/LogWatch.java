package org.entente.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.entente.db.Transactions;
import org.entente.kernel.AgreementId;
import org.entente.ledger.leaf.Leaf;
import org.entente.prove.store.JooqLeafRequests;

/// The two logs of a node, read from the files and the database where they stand, step by step.
public final class LogWatch {
    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final long PAUSE_NANOS = 10_000_000;

    private final NodeLedger ledger;
    private final AgreementId agreement;
    private final Transactions transactions;
    private final LeafRequests requests = new JooqLeafRequests();
    private final Map<LogKind, Long> seen = new EnumMap<>(LogKind.class);

    /// What stands in the logs now is passed over.
    public LogWatch(NodeLedger ledger, AgreementId agreement, Transactions transactions) {
        this.ledger = ledger;
        this.agreement = agreement;
        this.transactions = transactions;
        for (LogKind kind : LogKind.values()) {
            news(kind);
        }
    }

    /// What is new since the last look. Waits until every leaf that was asked for is in the log and its own checkpoint
    /// is
    /// as large as the log.
    public List<NodeLedger.Entry> news(LogKind kind) {
        // In this order: a leaf is asked for, stands in the log, is under a checkpoint.
        await(kind, () -> !isWaiting(kind) && signedSize(kind) == view(kind).durableCount());
        long size = view(kind).durableCount();
        long from = seen.getOrDefault(kind, 0L);
        seen.put(kind, size);
        return read(kind, from, size);
    }

    /// Waits until the peer has cosigned both logs as they stood at the last look. A node asks for that once a second
    /// at most.
    public void awaitCosigned() {
        seen.forEach((kind, size) -> {
            await(kind, () -> cosignedSize(kind) >= size);
            assertTrue(size == 0 || view(kind).cosignedAt().isPresent(), "by the witness that was pinned");
        });
    }

    private void await(LogKind kind, BooleanSupplier reached) {
        long deadlineNanos = System.nanoTime() + PATIENCE_NANOS;
        while (!reached.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadlineNanos, () -> "not reached: " + view(kind));
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private boolean isWaiting(LogKind kind) {
        return !transactions
                .in(tx -> requests.undrained(tx, agreement, kind, 1))
                .isEmpty();
    }

    private long signedSize(LogKind kind) {
        return view(kind).signed().map(signed -> signed.checkpoint().size()).orElse(0L);
    }

    private long cosignedSize(LogKind kind) {
        return view(kind).cosigned().map(signed -> signed.checkpoint().size()).orElse(0L);
    }

    private List<NodeLedger.Entry> read(LogKind kind, long from, long to) {
        List<NodeLedger.Entry> entries = new ArrayList<>();
        while (from + entries.size() < to) {
            entries.addAll(ledger.entries(kind, from + entries.size()));
        }
        for (int i = 0; i < entries.size(); i++) {
            assertEquals(from + i, entries.get(i).index());
        }
        return entries;
    }

    /// As an auditor parses it from the log itself.
    public static Leaf.Exchange crossing(NodeLedger.Entry entry) {
        return (Leaf.Exchange) Leaf.parse(entry.bytes().toArray());
    }

    private NodeLedger.LogView view(LogKind kind) {
        return ledger.views().stream()
                .filter(view -> view.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
