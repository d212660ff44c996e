package org.entente.prove;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.entente.db.Transactions;
import org.entente.db.Tx;
import org.entente.kernel.Ids;

/// Takes leaf requests where no log is open: at installation. They become leaves when the node runs.
public final class RecordingLedger implements Ledger {
    private final Transactions transactions;
    private final LeafRequests requests;
    private final Clock clock;

    public RecordingLedger(Transactions transactions, LeafRequests requests, Clock clock) {
        this.transactions = transactions;
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public LeafRequest request(Tx tx, Leaf leaf) {
        LeafRequest request = new LeafRequest(Ids.random128());
        LeafRequests.Crossing crossing = switch (leaf) {
            case Leaf.Exchange exchange ->
                new LeafRequests.Crossing(
                        exchange.direction(),
                        exchange.envelopeId(),
                        exchange.peer().code(),
                        exchange.sequence(),
                        exchange.envelopeHash());
            case Leaf.Duty _ -> null;
        };
        requests.put(
                tx,
                new LeafRequests.Row(
                        request,
                        leaf.agreement(),
                        LogKind.of(leaf),
                        crossing,
                        Commitments.opening(leaf),
                        // The leaf's time is this moment to the second: a leaf made again after a crash is the same.
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        null));
        return request;
    }

    @Override
    public LeafState state(LeafRequest request) {
        Long position = transactions.in(
                tx -> requests.row(tx, request).map(LeafRequests.Row::position).orElse(null));
        return position == null ? new LeafState.Requested() : new LeafState.Durable(position);
    }

    @Override
    public LeafState awaitDurable(LeafRequest request, Duration limit) {
        return state(request);
    }
}
