package org.entente.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.db.Transactions;
import org.entente.db.Tx;
import org.entente.exchange.store.QueueStore;
import org.entente.exchange.store.QueueStore.Incoming;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.Code;
import org.entente.kernel.EntenteException;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.PeerParty;
import org.entente.ledger.note.VerifierKey;
import org.entente.prove.Leaf;
import org.entente.prove.LeafRequest;
import org.entente.prove.Ledger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The door in for envelopes. Each has its effect once, in the transaction that records it, its RECEIVED leaf and its
/// receipt; whoever brings the same envelope again gets the same receipt. Thread-safe.
public final class Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final int CONFLICTS_REMEMBERED = 1_000;

    private final Transactions transactions;
    private final QueueStore store = new QueueStore();
    private final PeerDirectory directory;
    private final Ledger ledger;
    private final OwnNode own;
    private final Clock clock;
    private final EnvelopeCheck check;
    private final Map<String, Desk> desks;
    /// Contradictions already in the log: a peer that repeats one must not be able to fill it.
    private final RecentHashes conflicts = new RecentHashes(CONFLICTS_REMEMBERED);

    public Inbox(
            Transactions transactions,
            PeerDirectory directory,
            Ledger ledger,
            OwnNode own,
            Clock clock,
            Collection<Desk> desks) {
        this.transactions = transactions;
        this.directory = directory;
        this.ledger = ledger;
        this.own = own;
        this.clock = clock;
        this.check = new EnvelopeCheck(own, clock);
        this.desks = byType(desks);
    }

    /// The answer to one cover.
    public sealed interface Acceptance {
        /// The signed receipt, new or stored; it may say that the envelope was refused.
        record Receipted(Bytes receipt) implements Acceptance {}

        /// Another number must come first.
        record Gap(long expectedSequence) implements Acceptance {}
    }

    /// Takes one envelope under its cover.
    ///
    /// @throws EntenteException kind PEER if it is not an authentic envelope for us, or ENVELOPE_CONFLICT if its
    /// id or
    ///     number stands for other bytes already (logged as a leaf): no receipt, no effect. Kinds OURS and STORAGE:
    ///     nothing happened, the peer may try again.
    public Acceptance accept(PeerParty sender, byte[] cover) {
        Peer peer = directory.require(sender.agreement());
        if (!peer.party().equals(sender)) {
            throw new EntenteException(
                    ExchangeCode.PEER_UNKNOWN, sender.agreement().value());
        }
        Envelope envelope = check.authentic(peer, cover);
        @Nullable String refusal = check.refusal(envelope).orElse(noDesk(envelope));
        try {
            return update(sender, envelope, refusal);
        } catch (DeskRefusal refused) {
            return update(sender, envelope, refused.code);
        } catch (Conflict conflict) {
            recordConflict(envelope, conflict.what);
            throw new EntenteException(ExchangeCode.ENVELOPE_CONFLICT, conflict.what);
        }
    }

    /// The body of a received envelope, unsealed with the key of the institution it was addressed to. Allowed inside
    /// [Desk#receive].
    ///
    /// @throws EntenteException ENVELOPE_UNKNOWN (also for another institution's envelope), BODY_DESTROYED,
    ///     BODY_UNSEAL_FAILED
    public Bytes open(Tx tx, EnvelopeId id, InstitutionId by) {
        Incoming row = find(tx, id, by);
        Bytes ciphertext = row.ciphertext();
        if (ciphertext == null) {
            throw new EntenteException(ExchangeCode.BODY_DESTROYED, id.hex());
        }
        Envelope envelope = Envelope.of(row.note(), ciphertext);
        return Bytes.of(Sealing.open(
                envelope,
                (encapsulation, info, associatedData, wrapped) ->
                        own.unseal(by, encapsulation, info, associatedData, wrapped)));
    }

    /// Erases the sealed body of a received envelope; header, hash and receipt stay.
    ///
    /// @throws EntenteException ENVELOPE_UNKNOWN
    public void destroyBody(Tx tx, EnvelopeId id, InstitutionId by) {
        Incoming row = find(tx, id, by);
        store.destroyBody(tx, Envelope.withoutBody(row.note()).header().agreement(), row.id());
    }

    /// What a proof of receipt is made of.
    ///
    /// @throws EntenteException ENVELOPE_UNKNOWN
    public Receiving receiving(AgreementId agreement, EnvelopeId id) {
        return transactions
                .in(tx -> store.incoming(tx, agreement, Bytes.fromHex(id.hex())))
                .map(row -> new Receiving(row.note(), new LeafRequest(row.leaf()), row.receipt(), row.received()))
                .orElseThrow(() -> new EntenteException(ExchangeCode.ENVELOPE_UNKNOWN, id.hex()));
    }

    /// Our receipt of a received envelope.
    ///
    /// @throws EntenteException ENVELOPE_UNKNOWN
    public Receipt receipt(AgreementId agreement, EnvelopeId id) {
        return Receipt.read(receiving(agreement, id).receipt());
    }

    /// `header` and `receipt` are signed notes: the peer's and ours.
    public record Receiving(Bytes header, LeafRequest leaf, Bytes receipt, Instant received) {}

    private Acceptance update(PeerParty sender, Envelope envelope, @Nullable String refusal) {
        ClearHeader header = envelope.header();
        Bytes id = Bytes.fromHex(header.id().hex());
        return transactions.in(tx -> {
            long expected = store.lockExpected(tx, header.agreement());
            Optional<Incoming> known = store.incoming(tx, header.agreement(), id);
            if (known.isPresent()) {
                if (!known.get().hash().equals(envelope.hash())) {
                    throw new Conflict("id");
                }
                return new Acceptance.Receipted(known.get().receipt());
            }
            if (header.sequence() > expected) {
                return new Acceptance.Gap(expected);
            }
            if (header.sequence() < expected) {
                throw new Conflict("sequence");
            }
            store.advanceExpected(tx, header.agreement());
            return new Acceptance.Receipted(record(tx, sender, envelope, refusal));
        });
    }

    private Bytes record(Tx tx, PeerParty sender, Envelope envelope, @Nullable String refusal) {
        ClearHeader header = envelope.header();
        Instant received = clock.instant();
        VerifierKey signedBy = directory.require(header.agreement()).file().envelope();
        LeafRequest leaf = ledger.request(tx, Outbox.leaf(envelope, signedBy, Leaf.Direction.RECEIVED, refusal));
        Bytes receipt = receipt(sender, envelope, refusal, received, leaf);
        store.add(
                tx,
                header.agreement(),
                new Incoming(
                        Bytes.fromHex(header.id().hex()),
                        header.sequence(),
                        envelope.hash(),
                        envelope.noteBytes(),
                        refusal == null ? envelope.ciphertext() : null,
                        leaf.id(),
                        receipt,
                        refusal,
                        received),
                header.subject());
        if (refusal == null) {
            hand(tx, arrival(sender, header, received));
        }
        return receipt;
    }

    private void hand(Tx tx, Arrival arrival) {
        Desk desk = desks.get(arrival.type());
        if (desk == null) {
            throw new IllegalStateException("no desk for " + arrival.type());
        }
        try {
            desk.receive(tx, arrival);
        } catch (EntenteException refused) {
            switch (refused.code().kind()) {
                case PEER, CALLER, LAW -> {
                    LOG.info("envelope {} refused by its desk: {}", arrival.id(), refused.code());
                    throw new DeskRefusal(refused);
                }
                case OURS, STORAGE -> throw refused;
            }
        }
    }

    private Bytes receipt(
            PeerParty sender, Envelope envelope, @Nullable String refusal, Instant received, LeafRequest leaf) {
        ClearHeader header = envelope.header();
        return new Receipt(
                        header.agreement(),
                        header.id(),
                        envelope.hash(),
                        header.sequence(),
                        own.party(),
                        sender.party(),
                        received,
                        refusal == null ? new Receipt.Verdict.Accepted() : new Receipt.Verdict.Refused(refusal),
                        leaf.id())
                .sign(own.envelopeSigner(header.agreement()));
    }

    private static Arrival arrival(PeerParty sender, ClearHeader header, Instant received) {
        return new Arrival(
                header.id(),
                header.sequence(),
                sender,
                header.from(),
                header.to(),
                header.type(),
                header.inReplyTo(),
                header.casePseudonym(),
                header.basis(),
                header.purpose(),
                header.handling(),
                header.created(),
                header.expires(),
                received);
    }

    private @Nullable String noDesk(Envelope envelope) {
        return desks.containsKey(envelope.header().type()) ? null : "TYPE_UNKNOWN";
    }

    /// A signed contradiction by the peer is evidence: the leaf names both sides of it.
    private void recordConflict(Envelope envelope, String what) {
        if (conflicts.contains(envelope.hash())) {
            return;
        }
        ClearHeader header = envelope.header();
        LOG.warn("envelope {} contradicts an earlier one by its {}", header.id(), what);
        var fields = new TreeMap<String, String>();
        fields.put("envelope", header.id().hex());
        fields.put("hash", envelope.hash().hex());
        fields.put("sequence", Long.toString(header.sequence()));
        fields.put("contradicts", what);
        transactions.run(tx -> ledger.request(tx, new Leaf.Duty(header.agreement(), "exchange.conflict", fields)));
        // Only now: what was not committed must be recorded when it comes again.
        conflicts.add(envelope.hash());
    }

    private Incoming find(Tx tx, EnvelopeId id, InstitutionId by) {
        return store.incoming(tx, Bytes.fromHex(id.hex())).stream()
                .filter(row -> row.refusal() == null
                        && Envelope.withoutBody(row.note()).header().to().equals(by))
                .findFirst()
                .orElseThrow(() -> new EntenteException(ExchangeCode.ENVELOPE_UNKNOWN, id.hex()));
    }

    private static Map<String, Desk> byType(Collection<Desk> desks) {
        Map<String, Desk> byType = new HashMap<>();
        for (Desk desk : desks) {
            for (String type : desk.types()) {
                if (byType.put(type, desk) != null) {
                    throw new IllegalArgumentException("two desks for " + type);
                }
            }
        }
        return Map.copyOf(byType);
    }

    /// Leaves the transaction so that it rolls back.
    private static final class DeskRefusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String code;

        private DeskRefusal(EntenteException refused) {
            super(refused);
            this.code = nameOf(refused.code());
        }

        private static String nameOf(Code code) {
            return code.name();
        }
    }

    /// Leaves the transaction so that it rolls back.
    private static final class Conflict extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String what;

        private Conflict(String what) {
            super(what);
            this.what = what;
        }
    }
}
