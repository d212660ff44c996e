package org.entente.exchange;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.entente.db.Transactions;
import org.entente.exchange.store.PeerEntryStore;
import org.entente.exchange.store.QueueStore.Crossed;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.ledger.LedgerException;
import org.entente.ledger.Octets;
import org.entente.ledger.bundle.BundleCheck;
import org.entente.ledger.bundle.Crossing;
import org.entente.ledger.bundle.EnvelopeHeader;
import org.entente.ledger.bundle.Logged;
import org.entente.ledger.bundle.Verdict.Reason;
import org.entente.ledger.checkpoint.Policy;
import org.entente.ledger.checkpoint.TlogProof;
import org.entente.ledger.note.VerifierKey;
import org.entente.prove.Leaf.Direction;
import org.entente.prove.NodeLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Both sides' entries of one envelope: ours out of our log, the peer's asked for, verified and kept. Asks the peer
/// outside any transaction.
final class CrossingEvidence {
    private static final Logger LOG = LoggerFactory.getLogger(CrossingEvidence.class);
    /// No cosignature by a key that is pinned now: one by a former key does not count, the next one will.
    private static final Set<Reason> COSIGNED_LATER = Set.of(Reason.WITNESS_MISSING, Reason.UNKNOWN_SIGNATURE);

    private final Transactions transactions;
    private final NodeLedger ledger;
    private final EntrySource source;
    private final PeerEntryStore store = new PeerEntryStore();

    CrossingEvidence(Transactions transactions, NodeLedger ledger, EntrySource source) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.source = source;
    }

    /// The pair as pinned now. `ownEnvelopeKey` signs what we send.
    record Pair(Peer peer, VerifierKey ownEnvelopeKey, Policy policy) {
        AgreementId agreement() {
            return peer.agreement();
        }
    }

    sealed interface Collected {
        record Whole(Crossing crossing) implements Collected {}

        record Missing(Proofs.Delay delay) implements Collected {}
    }

    /// @throws EntenteException PEER_ENTRY_REFUSED if what the peer shows proves something else
    Collected of(Correspondence.Stage stage, Pair pair) {
        Crossed envelope = stage.envelope();
        EnvelopeHeader header = EnvelopeHeader.parse(Octets.of(envelope.note().toArray()));
        Direction own = envelope.isSent() ? Direction.SENT : Direction.RECEIVED;
        Optional<NodeLedger.Proved> proved = ledger.cosigned(envelope.id(), own);
        if (proved.isEmpty() || !isCosigned(header, own, logged(proved.get()), pair.policy())) {
            return new Collected.Missing(Proofs.Delay.OWN_NOT_COSIGNED);
        }
        Logged ours = logged(proved.get());
        return switch (peerEntry(envelope, header, pair)) {
            case PeerEntry.Shown(Logged theirs) ->
                new Collected.Whole(new Crossing(
                        stage.step(),
                        header,
                        signedBy(proved.get(), own, pair),
                        own == Direction.SENT ? ours : theirs,
                        own == Direction.SENT ? theirs : ours));
            case PeerEntry.Absent(Proofs.Delay delay) -> new Collected.Missing(delay);
        };
    }

    private sealed interface PeerEntry {
        record Shown(Logged logged) implements PeerEntry {}

        record Absent(Proofs.Delay delay) implements PeerEntry {}
    }

    private PeerEntry peerEntry(Crossed envelope, EnvelopeHeader header, Pair pair) {
        Direction theirs = envelope.isSent() ? Direction.RECEIVED : Direction.SENT;
        var place = new PeerEntryStore.Place(
                pair.agreement(), envelope.id(), theirs.name().toLowerCase(Locale.ROOT));
        Optional<Logged> kept = transactions
                .in(tx -> store.find(tx, place))
                .map(entry -> logged(entry.leaf(), TlogProof.parse(entry.proof().toArray())))
                .filter(logged -> peerFailure(header, theirs, logged, pair).isEmpty());
        if (kept.isPresent()) {
            return new PeerEntry.Shown(kept.get());
        }
        EnvelopeId id = new EnvelopeId(envelope.id().hex());
        return switch (source.fetch(pair.agreement(), id, theirs)) {
            case PeerEntries.Fetch.Fetched(LeafEvidence.Shown shown) -> verified(place, shown, header, theirs, pair);
            case PeerEntries.Fetch.NotYet _ -> new PeerEntry.Absent(Proofs.Delay.PEER_NOT_COSIGNED);
            case PeerEntries.Fetch.Away(String reason) -> {
                LOG.info("no entry of envelope {} from the peer: {}", id, reason);
                yield new PeerEntry.Absent(Proofs.Delay.PEER_AWAY);
            }
        };
    }

    private PeerEntry verified(
            PeerEntryStore.Place place, LeafEvidence.Shown shown, EnvelopeHeader header, Direction theirs, Pair pair) {
        Logged logged = logged(header, shown);
        Optional<Reason> failure = peerFailure(header, theirs, logged, pair);
        if (failure.filter(COSIGNED_LATER::contains).isPresent()) {
            return new PeerEntry.Absent(Proofs.Delay.PEER_NOT_COSIGNED);
        }
        failure.ifPresent(reason -> {
            throw refused(header, reason, null);
        });
        Bytes proof = Bytes.of(shown.proof().bytes());
        transactions.run(tx -> store.put(tx, place, new PeerEntryStore.Entry(shown.leaf(), proof)));
        return new PeerEntry.Shown(logged);
    }

    /// As the check of a bundle, and it must be the peer's own log.
    private static Optional<Reason> peerFailure(EnvelopeHeader header, Direction theirs, Logged logged, Pair pair) {
        boolean isPeerLog =
                logged.origin().equals(pair.peer().file().exchangeLog().name());
        return isPeerLog
                ? BundleCheck.failure(header, ledgerDirection(theirs), logged, pair.policy())
                : Optional.of(Reason.LOG_NOT_TRUSTED);
    }

    private static boolean isCosigned(EnvelopeHeader header, Direction own, Logged ours, Policy policy) {
        Optional<Reason> failure = BundleCheck.failure(header, ledgerDirection(own), ours, policy);
        if (failure.isPresent() && !COSIGNED_LATER.contains(failure.get())) {
            throw new IllegalStateException("our log does not hold what we recorded: " + failure.get());
        }
        return failure.isEmpty();
    }

    /// The key the envelope was signed with, as our leaf recorded it then; today's key once the opening is
    /// destroyed.
    private static VerifierKey signedBy(NodeLedger.Proved proved, Direction own, Pair pair) {
        return proved.opening()
                .flatMap(opening -> opening.value(BundleCheck.ENVELOPE_KEY))
                .map(VerifierKey::parse)
                .orElse(
                        own == Direction.SENT
                                ? pair.ownEnvelopeKey()
                                : pair.peer().file().envelope());
    }

    private static Logged logged(NodeLedger.Proved proved) {
        return new Logged(
                Octets.of(proved.leaf().toArray()),
                proved.proof(),
                proved.opening().map(Disclosure::of));
    }

    private static Logged logged(Bytes leaf, TlogProof proof) {
        return new Logged(Octets.of(leaf.toArray()), proof, Optional.empty());
    }

    private static Logged logged(EnvelopeHeader header, LeafEvidence.Shown shown) {
        try {
            return logged(shown.leaf(), shown.proof());
        } catch (LedgerException broken) {
            throw refused(header, Reason.DAMAGED, broken);
        }
    }

    private static EntenteException refused(
            EnvelopeHeader header, Reason reason, @org.jspecify.annotations.Nullable Throwable cause) {
        return new EntenteException(ExchangeCode.PEER_ENTRY_REFUSED, cause, header.id(), reason.name());
    }

    private static org.entente.ledger.leaf.Leaf.Direction ledgerDirection(Direction direction) {
        return switch (direction) {
            case SENT -> org.entente.ledger.leaf.Leaf.Direction.SENT;
            case RECEIVED -> org.entente.ledger.leaf.Leaf.Direction.RECEIVED;
        };
    }
}
