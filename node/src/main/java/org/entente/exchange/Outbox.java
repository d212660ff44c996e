package org.entente.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.db.Transactions;
import org.entente.db.Tx;
import org.entente.exchange.store.QueueStore;
import org.entente.exchange.store.QueueStore.Outgoing;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Ids;
import org.entente.kernel.InstitutionId;
import org.entente.ledger.note.Signer;
import org.entente.ledger.note.VerifierKey;
import org.entente.prove.Leaf;
import org.entente.prove.LeafRequest;
import org.entente.prove.Ledger;
import org.jspecify.annotations.Nullable;

/// The queue out. An envelope is sealed, signed, numbered and recorded in the caller's transaction, with the caller's
/// effect: all of it happens or nothing. Thread-safe.
///
/// Numbers are given here, under the lock of the agreement's row, and not when the log is drained: the number
/// stands in the signed header and in the SENT leaf, so it must exist before both. The price is that transactions
/// which send to one peer commit one after the other; each holds the lock for one HPKE seal and two inserts, about
/// a millisecond.
public final class Outbox {
    private final Transactions transactions;
    private final QueueStore store = new QueueStore();
    private final PeerDirectory directory;
    private final Ledger ledger;
    private final OwnNode own;
    private final Clock clock;
    private final Nudges nudges;

    public Outbox(
            Transactions transactions,
            PeerDirectory directory,
            Ledger ledger,
            OwnNode own,
            Clock clock,
            Nudges nudges) {
        this.transactions = transactions;
        this.directory = directory;
        this.ledger = ledger;
        this.own = own;
        this.clock = clock;
        this.nudges = nudges;
    }

    /// Queues one envelope; it leaves when this transaction has committed and its leaf is under a signed checkpoint.
    ///
    /// @throws EntenteException PEER_UNKNOWN, INSTITUTION_KEY_UNKNOWN, INSTITUTION_KEY_EXPIRED, ENVELOPE_TOO_LARGE,
    ///     ENVELOPE_EXPIRY unless it expires after now and within 366 days
    public EnvelopeId put(Tx tx, Dispatch dispatch) {
        return queue(tx, dispatch).id();
    }

    /// An envelope in the queue: its number and its moment, in whole seconds, as its signed header says them.
    public record Queued(EnvelopeId id, long sequence, Instant created) {}

    /// As [#put], for who keeps the number.
    public Queued queue(Tx tx, Dispatch dispatch) {
        Instant now = clock.instant();
        Peer peer = directory.require(dispatch.agreement());
        if (!dispatch.to().party().equals(peer.file().party())
                || !dispatch.from().party().equals(own.party())) {
            throw new EntenteException(
                    ExchangeCode.INSTITUTION_KEY_UNKNOWN, dispatch.to().value());
        }
        InstitutionKey recipient = peer.institutionKey(dispatch.to(), now);
        if (dispatch.body().sizeBytes() > Limits.BODY_BYTES) {
            throw new EntenteException(ExchangeCode.ENVELOPE_TOO_LARGE, Integer.toString(Limits.BODY_BYTES));
        }
        if (!dispatch.expires().isAfter(now.plusSeconds(1))
                || !dispatch.expires().isBefore(now.plus(Limits.EXPIRY_MAX).minusSeconds(1))) {
            throw new EntenteException(
                    ExchangeCode.ENVELOPE_EXPIRY, dispatch.expires().toString());
        }
        EnvelopeId id = new EnvelopeId(Ids.random128().hex());
        ClearHeader header = ClearHeader.of(dispatch, id, store.takeSequence(tx, dispatch.agreement()), now);
        Signer signer = own.envelopeSigner(dispatch.agreement());
        Envelope envelope = Sealing.seal(header, recipient, dispatch.body().toArray(), signer);
        LeafRequest leaf = ledger.request(tx, leaf(envelope, signer.key(), Leaf.Direction.SENT, null));
        store.add(tx, dispatch.agreement(), row(envelope, leaf), header.subject());
        tx.afterCommit(() -> nudges.queued(dispatch.agreement()));
        return new Queued(id, header.sequence(), header.created());
    }

    /// How far the two queues of an agreement have come: every own number up to `sent` has a receipt, every number of
    /// the peer up to `received` has arrived. What either did with those is known to both.
    public record Standing(long sent, long received) {}

    public Standing standing(Tx tx, AgreementId agreement) {
        return new Standing(store.lastReceipted(tx, agreement), store.lastArrived(tx, agreement));
    }

    /// An envelope that its receiver refused by receipt, so that it had no effect.
    public record Refused(EnvelopeId id, boolean own, long sequence, String type, Instant created) {}

    /// Those of both queues, of the types asked for.
    public List<Refused> refused(Tx tx, AgreementId agreement, Set<String> types) {
        return store.refused(tx, agreement, types).stream().map(Outbox::refused).toList();
    }

    private static Refused refused(QueueStore.Crossed row) {
        ClearHeader header = Envelope.withoutBody(row.note()).header();
        return new Refused(header.id(), row.isSent(), header.sequence(), header.type(), header.created());
    }

    /// That an envelope passed between two institutions, whatever became of it.
    ///
    /// @param at when this side sealed it, or received it: never the other side's word
    public record Passed(boolean own, long sequence, InstitutionId from, InstitutionId to, Instant at) {}

    /// Envelopes of one queue behind a number, in their order.
    public List<Passed> passed(Tx tx, AgreementId agreement, boolean own, long after, int max) {
        return store.behind(tx, agreement, own, after, max).stream()
                .map(row -> {
                    ClearHeader header = Envelope.withoutBody(row.note()).header();
                    Instant received = row.received();
                    return new Passed(
                            own,
                            header.sequence(),
                            header.from(),
                            header.to(),
                            received == null ? header.created() : received);
                })
                .toList();
    }

    /// @throws EntenteException ENVELOPE_UNKNOWN
    public OutboxState state(EnvelopeId id) {
        return transactions
                .in(tx -> store.outgoing(tx, Bytes.fromHex(id.hex())))
                .map(this::state)
                .orElseThrow(() -> unknown(id));
    }

    /// When the other side had the envelope, by its receipt; empty until then, and if it refused it.
    ///
    /// @throws EntenteException ENVELOPE_UNKNOWN
    public Optional<Instant> received(Tx tx, EnvelopeId id) {
        OutboxState state =
                store.outgoing(tx, Bytes.fromHex(id.hex())).map(this::state).orElseThrow(() -> unknown(id));
        return state instanceof OutboxState.Delivered delivered
                ? Optional.of(delivered.receipt().received())
                : Optional.empty();
    }

    /// The signed header and the SENT leaf of an outgoing envelope, and its receipt once there is one: what a
    /// proof of sending is made of.
    public Sending sending(EnvelopeId id) {
        return transactions.in(tx -> {
            Outgoing row = store.outgoing(tx, Bytes.fromHex(id.hex())).orElseThrow(() -> unknown(id));
            return new Sending(row.note(), new LeafRequest(row.leaf()), Optional.ofNullable(row.receipt()));
        });
    }

    /// `header` and `receipt` are signed notes.
    public record Sending(Bytes header, LeafRequest leaf, Optional<Bytes> receipt) {}

    private OutboxState state(Outgoing row) {
        Bytes note = row.receipt();
        if (note != null) {
            Receipt receipt = Receipt.read(note);
            String refusal = row.refusal();
            return refusal == null ? new OutboxState.Delivered(receipt) : new OutboxState.Refused(refusal, receipt);
        }
        if (!clock.instant().isBefore(row.expires())) {
            return new OutboxState.Expired(row.expires());
        }
        String trouble = row.trouble();
        return row.tries() == 0
                ? new OutboxState.Queued()
                : new OutboxState.Sent(row.tries(), trouble == null ? "" : trouble);
    }

    private static Outgoing row(Envelope envelope, LeafRequest leaf) {
        return new Outgoing(
                Bytes.fromHex(envelope.header().id().hex()),
                envelope.header().sequence(),
                envelope.noteBytes(),
                envelope.ciphertext(),
                leaf.id(),
                envelope.header().expires(),
                0,
                null,
                null,
                null);
    }

    /// What the log keeps of an envelope: transport facts in the leaf, the rest under its commitment.
    static Leaf.Exchange leaf(
            Envelope envelope, VerifierKey signedBy, Leaf.Direction direction, @Nullable String refusal) {
        ClearHeader header = envelope.header();
        var fields = new TreeMap<String, String>();
        fields.put("envelope.key", signedBy.text());
        fields.put("type", header.type());
        fields.put("from", header.from().value());
        fields.put("to", header.to().value());
        fields.put("basis", header.basis().toString());
        fields.put("purpose", header.purpose().code());
        fields.put(
                "handling", header.handling().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")));
        fields.put("case", header.casePseudonym());
        fields.put("created", header.created().toString());
        fields.put("expires", header.expires().toString());
        if (header.inReplyTo() != null) {
            fields.put("in-reply-to", header.inReplyTo().hex());
        }
        if (direction == Leaf.Direction.RECEIVED) {
            fields.put("verdict", refusal == null ? "accepted" : refusal);
        }
        return new Leaf.Exchange(
                header.agreement(),
                direction,
                Bytes.fromHex(header.id().hex()),
                direction == Leaf.Direction.SENT
                        ? header.to().party()
                        : header.from().party(),
                header.sequence(),
                envelope.hash(),
                fields);
    }

    private static EntenteException unknown(EnvelopeId id) {
        return new EntenteException(ExchangeCode.ENVELOPE_UNKNOWN, id.hex());
    }
}
