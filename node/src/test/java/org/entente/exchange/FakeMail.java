package org.entente.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.entente.db.Transactions;
import org.entente.db.Tx;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Ids;
import org.entente.kernel.Party;
import org.entente.kernel.PeerParty;
import org.jspecify.annotations.Nullable;

/// One side's mail in a test of two nodes without a network: what committed transactions sent waits until it is
/// delivered to the other side's desk, in order and once. A body can be read until it is destroyed.
public final class FakeMail {
    private final Party own;
    private final Clock clock;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private final Map<EnvelopeId, Bytes> bodies = new HashMap<>();
    private final Set<EnvelopeId> delivered = new HashSet<>();
    private long sent;
    private long deliveredCount;
    private long arrivedCount;
    private @Nullable Tx current;
    private final List<Long> queued = new ArrayList<>();

    public FakeMail(Party own, Clock clock) {
        this.own = own;
        this.clock = clock;
    }

    /// A sent envelope on its way.
    public record Waiting(EnvelopeId id, long sequence, Dispatch dispatch, Instant created) {}

    public EnvelopeId send(Tx tx, Dispatch dispatch) {
        return queue(tx, dispatch).id();
    }

    /// One transaction at a time sends: the number it takes is given back if it does not commit.
    public Outbox.Queued queue(Tx tx, Dispatch dispatch) {
        EnvelopeId id = new EnvelopeId(Ids.random128().hex());
        Instant created = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        long sequence = sent + 1 + queuedIn(tx);
        queued.add(sequence);
        tx.afterCommit(() -> {
            sent++;
            waiting.add(new Waiting(id, sequence, dispatch, created));
        });
        return new Outbox.Queued(id, sequence, created);
    }

    private long queuedIn(Tx tx) {
        if (tx != current) {
            current = tx;
            queued.clear();
        }
        return queued.size();
    }

    /// As far as mail has been taken out here and arrived here.
    public Outbox.Standing standing() {
        return new Outbox.Standing(deliveredCount, arrivedCount);
    }

    public Bytes open(EnvelopeId envelope) {
        Bytes body = bodies.get(envelope);
        if (body == null) {
            throw new IllegalStateException("no body: " + envelope);
        }
        return body;
    }

    public void destroyBody(EnvelopeId envelope) {
        bodies.remove(envelope);
    }

    public boolean holdsBody(EnvelopeId envelope) {
        return bodies.containsKey(envelope);
    }

    public boolean isDelivered(EnvelopeId envelope) {
        return delivered.contains(envelope);
    }

    public int waitingCount() {
        return waiting.size();
    }

    /// The next envelope, taken out of the way.
    public Waiting take() {
        Waiting next = waiting.remove();
        deliveredCount = next.sequence();
        return next;
    }

    /// Delivers everything to the other side.
    public void deliver(FakeMail to, Transactions transactions, Desk desk) {
        while (!waiting.isEmpty()) {
            Waiting next = take();
            to.arrive(transactions, desk, own, next);
            delivered.add(next.id());
        }
    }

    /// One envelope arrives as it was sent.
    public void arrive(Transactions transactions, Desk desk, Party sender, Waiting sent) {
        arrivedCount = sent.sequence();
        arrive(
                transactions,
                desk,
                sender,
                sent.id(),
                sent.sequence(),
                sent.dispatch(),
                sent.dispatch().body(),
                sent.created());
    }

    /// One envelope sealed now arrives, with a body the test may have changed.
    ///
    /// @throws EntenteException what the desk throws
    public void arrive(
            Transactions transactions, Desk desk, Party sender, EnvelopeId id, Dispatch dispatch, Bytes body) {
        arrive(transactions, desk, sender, id, arrivedCount + 1, dispatch, body, clock.instant());
    }

    private void arrive(
            Transactions transactions,
            Desk desk,
            Party sender,
            EnvelopeId id,
            long sequence,
            Dispatch dispatch,
            Bytes body,
            Instant created) {
        bodies.put(id, body);
        Arrival arrival = new Arrival(
                id,
                sequence,
                new PeerParty(sender, dispatch.agreement()),
                dispatch.from(),
                dispatch.to(),
                dispatch.type(),
                dispatch.inReplyTo(),
                dispatch.casePseudonym(),
                dispatch.basis(),
                dispatch.purpose(),
                dispatch.handling(),
                created,
                dispatch.expires(),
                clock.instant());
        transactions.run(tx -> desk.receive(tx, arrival));
    }
}
