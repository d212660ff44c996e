package org.entente.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
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

/// One side's mail in a test of two nodes without a network: what committed transactions sent waits until it is
/// delivered to the other side's desk, in order and once. A body can be read until it is destroyed.
public final class FakeMail {
    private final Party own;
    private final Clock clock;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private final Map<EnvelopeId, Bytes> bodies = new HashMap<>();
    private final Set<EnvelopeId> delivered = new HashSet<>();

    public FakeMail(Party own, Clock clock) {
        this.own = own;
        this.clock = clock;
    }

    /// A sent envelope on its way.
    public record Waiting(EnvelopeId id, Dispatch dispatch, Instant created) {}

    public EnvelopeId send(Tx tx, Dispatch dispatch) {
        EnvelopeId id = new EnvelopeId(Ids.random128().hex());
        Instant created = clock.instant();
        tx.afterCommit(() -> waiting.add(new Waiting(id, dispatch, created)));
        return id;
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
        return waiting.remove();
    }

    /// Delivers everything to the other side.
    public void deliver(FakeMail to, Transactions transactions, Desk desk) {
        while (!waiting.isEmpty()) {
            Waiting next = waiting.remove();
            to.arrive(transactions, desk, own, next);
            delivered.add(next.id());
        }
    }

    /// One envelope arrives as it was sent.
    public void arrive(Transactions transactions, Desk desk, Party sender, Waiting sent) {
        arrive(
                transactions,
                desk,
                sender,
                sent.id(),
                sent.dispatch(),
                sent.dispatch().body(),
                sent.created());
    }

    /// One envelope sealed now arrives, with a body the test may have changed.
    ///
    /// @throws EntenteException what the desk throws
    public void arrive(
            Transactions transactions, Desk desk, Party sender, EnvelopeId id, Dispatch dispatch, Bytes body) {
        arrive(transactions, desk, sender, id, dispatch, body, clock.instant());
    }

    private void arrive(
            Transactions transactions,
            Desk desk,
            Party sender,
            EnvelopeId id,
            Dispatch dispatch,
            Bytes body,
            Instant created) {
        bodies.put(id, body);
        Arrival arrival = new Arrival(
                id,
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
