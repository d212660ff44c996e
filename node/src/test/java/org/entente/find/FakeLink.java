package org.entente.find;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.entente.db.Transactions;
import org.entente.db.Tx;
import org.entente.exchange.Arrival;
import org.entente.exchange.Dispatch;
import org.entente.exchange.EnvelopeId;
import org.entente.exchange.SignedFrame;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Ids;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Party;
import org.entente.kernel.PeerParty;
import org.entente.kernel.json.Json;
import org.entente.ledger.note.Ed25519Key;
import org.entente.ledger.note.SignatureType;
import org.jspecify.annotations.Nullable;

/// Two nodes wired in memory: envelopes wait until [#deliverAll], calls go straight to the other's door, and a test may
/// change, lose or repeat both.
final class FakeLink implements PeerLink {
    final Ed25519Key key;

    /// How many calls come back without an answer although they had their effect.
    int lostAnswers;

    /// Runs when this party is looked up, as every use of its keys begins.
    Runnable ownAsked = () -> {};

    /// Runs before this node signs a message of the kind.
    Consumer<String> signing = _ -> {};

    /// What becomes of an envelope's body on its way.
    UnaryOperator<Bytes> body = UnaryOperator.identity();

    UnaryOperator<Bytes> request = UnaryOperator.identity();
    UnaryOperator<Bytes> answer = UnaryOperator.identity();

    @Nullable
    Bytes lastRequest;

    /// The peer's node does not answer at all.
    boolean away;

    /// The operations called, in order, answered or not.
    final List<String> calls = new ArrayList<>();

    private final Party own;
    private final Clock clock;
    private final Queue<Sent> sent = new ArrayDeque<>();
    private final Set<EnvelopeId> delivered = new HashSet<>();
    private final Map<EnvelopeId, Bytes> bodies = new HashMap<>();
    private @Nullable FakeLink other;
    private @Nullable Discovery discovery;
    private @Nullable Transactions transactions;

    private record Sent(EnvelopeId id, Dispatch dispatch) {}

    FakeLink(Party own, Clock clock) {
        this.own = own;
        this.clock = clock;
        this.key = Ed25519Key.ofSeed(
                own + ".example/envelope",
                SignatureType.ED25519,
                Ids.random256().toArray());
    }

    void connect(FakeLink peer, Discovery served, Transactions database) {
        this.other = peer;
        this.discovery = served;
        this.transactions = database;
    }

    /// Hands every waiting envelope to the peer's desk; returns the refusals.
    Map<EnvelopeId, EntenteException> deliverAll() {
        Map<EnvelopeId, EntenteException> refusals = new HashMap<>();
        FakeLink peer = Objects.requireNonNull(other);
        while (!sent.isEmpty()) {
            Sent next = sent.remove();
            try {
                Objects.requireNonNull(peer.transactions).run(tx -> peer.take(tx, next, own, body));
                delivered.add(next.id());
            } catch (EntenteException refused) {
                refusals.put(next.id(), refused);
            }
        }
        return refusals;
    }

    private void take(Tx tx, Sent next, Party from, UnaryOperator<Bytes> changed) {
        Dispatch dispatch = next.dispatch();
        bodies.put(next.id(), changed.apply(dispatch.body()));
        Arrival arrival = new Arrival(
                next.id(),
                1,
                new PeerParty(from, dispatch.agreement()),
                dispatch.from(),
                dispatch.to(),
                dispatch.type(),
                dispatch.inReplyTo(),
                dispatch.casePseudonym(),
                dispatch.basis(),
                dispatch.purpose(),
                dispatch.handling(),
                clock.instant(),
                dispatch.expires(),
                clock.instant());
        Objects.requireNonNull(discovery).desk().receive(tx, arrival);
    }

    @Override
    public Party own() {
        ownAsked.run();
        return own;
    }

    @Override
    public Party peer(AgreementId agreement) {
        return Objects.requireNonNull(other).own;
    }

    @Override
    public Bytes sign(AgreementId agreement, String kind, Json.Members content, Bytes payload) {
        signing.accept(kind);
        return SignedFrame.sign(kind, content, payload, key);
    }

    @Override
    public SignedFrame open(AgreementId agreement, String kind, Bytes frame) {
        return SignedFrame.open(kind, frame, Objects.requireNonNull(other).key.key());
    }

    /// As the real door and client do it.
    @Override
    public Bytes call(AgreementId agreement, String operation, Bytes bytes) {
        calls.add(operation);
        lastRequest = bytes;
        if (away) {
            throw new EntenteException(FindCode.FIND_PEER_AWAY, "no route");
        }
        Bytes served = served(agreement, operation, request.apply(bytes));
        if (lostAnswers > 0) {
            lostAnswers--;
            throw new EntenteException(FindCode.FIND_PEER_AWAY, "cut off");
        }
        return answer.apply(served);
    }

    private Bytes served(AgreementId agreement, String operation, Bytes bytes) {
        try {
            return Objects.requireNonNull(Objects.requireNonNull(other).discovery)
                    .door()
                    .serve(new PeerParty(own, agreement), operation, bytes);
        } catch (EntenteException failed) {
            throw switch (failed.code().kind()) {
                case PEER, CALLER, LAW ->
                    failed.code() == FindCode.FIND_KEY_UNKNOWN
                            ? failed
                            : new EntenteException(
                                    FindCode.FIND_ANSWER_REFUSED,
                                    failed,
                                    failed.code().name());
                case OURS, STORAGE -> new EntenteException(FindCode.FIND_PEER_AWAY, failed, "HTTP 503");
            };
        } catch (IllegalStateException broken) {
            throw new EntenteException(FindCode.FIND_PEER_AWAY, broken, "HTTP 503");
        }
    }

    @Override
    public EnvelopeId send(Tx tx, Dispatch dispatch) {
        EnvelopeId id = new EnvelopeId(Ids.random128().hex());
        tx.afterCommit(() -> sent.add(new Sent(id, dispatch)));
        return id;
    }

    @Override
    public boolean isDelivered(EnvelopeId id) {
        return delivered.contains(id);
    }

    @Override
    public Bytes open(Tx tx, EnvelopeId id, InstitutionId by) {
        return Objects.requireNonNull(bodies.get(id));
    }
}
