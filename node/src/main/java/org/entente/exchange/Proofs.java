package org.entente.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.access.Access;
import org.entente.db.Transactions;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Marking;
import org.entente.kernel.Officer;
import org.entente.kernel.Texts;
import org.entente.ledger.bundle.BundleCheck;
import org.entente.ledger.bundle.Crossing;
import org.entente.ledger.bundle.ProofBundle;
import org.entente.ledger.bundle.Verdict;
import org.entente.ledger.checkpoint.Policy;
import org.entente.ledger.checkpoint.SignedCheckpoint;
import org.entente.prove.Leaf;
import org.entente.prove.LogKind;
import org.entente.prove.NodeLedger;

/// PROVE for officers: the two logs to look at, and the proof of one request to carry away (`spec/bundle.md`,
/// `spec/evidence.md`). Thread-safe.
public final class Proofs {
    private static final int STEPS_MIN = 2;

    private final AgreementId agreement;
    private final Transactions transactions;
    private final Access access;
    private final NodeLedger ledger;
    private final PeerDirectory directory;
    private final OwnNode own;
    private final CrossingEvidence evidence;
    private final Correspondence correspondence = new Correspondence();

    public Proofs(
            AgreementId agreement,
            Transactions transactions,
            Access access,
            NodeLedger ledger,
            PeerDirectory directory,
            OwnNode own,
            EntrySource source) {
        this.agreement = agreement;
        this.transactions = transactions;
        this.access = access;
        this.ledger = ledger;
        this.directory = directory;
        this.own = own;
        this.evidence = new CrossingEvidence(transactions, ledger, source);
    }

    /// One of this node's logs. `durableCount` leaves survive a power cut; `signed` is the newest checkpoint,
    /// `cosigned` the newest that the peer's witness cosigned.
    public record LogView(
            LogKind kind,
            String origin,
            long durableCount,
            boolean contradicted,
            Optional<CheckpointView> signed,
            Optional<Cosigning> cosigned) {}

    /// `root` is base64 as in the checkpoint; `text` the whole signed note.
    public record CheckpointView(long size, String root, String text) {}

    /// `at` is the witness's own clock, `by` the name of its key.
    public record Cosigning(CheckpointView checkpoint, Instant at, String by) {}

    /// What became of a wish for a proof.
    public sealed interface Export {
        /// A bundle that this node has verified under [Proofs#policy].
        record Bundle(Bytes bytes) implements Export {}

        record NotYet(Delay delay) implements Export {
            public Bilingual reason() {
                return delay.text();
            }
        }
    }

    /// Why there is no proof yet. All but UNANSWERED usually pass within seconds.
    public enum Delay {
        UNANSWERED,
        OWN_NOT_COSIGNED,
        PEER_NOT_COSIGNED,
        PEER_AWAY;

        private static final Texts TEXTS = Texts.of("exchange");

        Bilingual text() {
            return TEXTS.bilingual("proof." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    public List<LogView> logs(Officer officer) {
        access.require(officer, ExchangeAction.SEE_LOGS, Marking.UNMARKED);
        return ledger.views().stream().map(this::view).toList();
    }

    /// At most 200 durable leaves of a log, from index `first` on.
    public List<NodeLedger.Entry> entries(Officer officer, LogKind kind, long first) {
        access.require(officer, ExchangeAction.SEE_LOGS, Marking.UNMARKED);
        return ledger.entries(kind, first);
    }

    /// The newest signed checkpoint with the cosignatures it has (C2SP tlog-checkpoint); empty before the first
    /// leaf.
    public Optional<String> checkpoint(Officer officer, LogKind kind) {
        access.require(officer, ExchangeAction.SEE_LOGS, Marking.UNMARKED);
        return ledger.views().stream()
                .filter(log -> log.kind() == kind)
                .findFirst()
                .flatMap(NodeLedger.LogView::signed)
                .map(signed -> checkpoint(signed).text());
    }

    /// The policy (C2SP tlog-policy) under which proofs of this pair hold, from the keys as two officers pinned
    /// them.
    ///
    /// @throws EntenteException PEER_UNKNOWN before the pairing
    public String policy(Officer officer) {
        access.require(officer, ExchangeAction.SEE_LOGS, Marking.UNMARKED);
        return pair().policy().text();
    }

    /// The proof of a request, sent or received, with its answer and, where they were accepted, its terms. Asks the
    /// peer for its side; the call waits for that.
    ///
    /// @throws EntenteException PEER_UNKNOWN, ENVELOPE_UNKNOWN, PEER_ENTRY_REFUSED if the peer's log contradicts
    ///     ours
    public Export bundle(Officer officer, EnvelopeId request) {
        access.require(officer, ExchangeAction.EXPORT_PROOF, Marking.UNMARKED);
        CrossingEvidence.Pair pair = pair();
        List<Correspondence.Stage> stages = transactions.in(tx -> correspondence.of(tx, agreement, request));
        if (stages.size() < STEPS_MIN) {
            return new Export.NotYet(Delay.UNANSWERED);
        }
        List<Crossing> crossings = new ArrayList<>();
        for (Correspondence.Stage stage : stages) {
            switch (evidence.of(stage, pair)) {
                case CrossingEvidence.Collected.Whole(Crossing crossing) -> crossings.add(crossing);
                case CrossingEvidence.Collected.Missing(Delay delay) -> {
                    return new Export.NotYet(delay);
                }
            }
        }
        Bytes bundle = Bytes.of(new ProofBundle(crossings, pair.policy()).bytes());
        requireVerified(request, bundle, pair.policy());
        record(officer, request, bundle);
        return new Export.Bundle(bundle);
    }

    private CrossingEvidence.Pair pair() {
        Peer peer = directory.require(agreement);
        PartyFile ours = own.partyFile(agreement);
        return new CrossingEvidence.Pair(peer, ours.envelope(), PairPolicy.of(ours, peer.file()));
    }

    /// Each entry held by itself; together they must also tell one story in one order.
    private static void requireVerified(EnvelopeId request, Bytes bundle, Policy policy) {
        switch (BundleCheck.check(bundle.toArray(), Optional.of(policy))) {
            case Verdict.Verified _ -> {}
            case Verdict.NotVerified(Verdict.Reason reason, String where) ->
                throw new EntenteException(ExchangeCode.PEER_ENTRY_REFUSED, request.hex(), reason + ", " + where);
            case Verdict.CannotDecide _ -> throw new IllegalStateException("a policy was given");
        }
    }

    private void record(Officer officer, EnvelopeId request, Bytes bundle) {
        var fields = new TreeMap<String, String>();
        fields.put("officer", officer.label());
        fields.put("envelope", request.hex());
        fields.put("sha256", Envelope.sha256(bundle.toArray()).hex());
        transactions.run(tx -> ledger.request(tx, new Leaf.Duty(agreement, "exchange.proof-exported", fields)));
    }

    private LogView view(NodeLedger.LogView log) {
        Optional<Cosigning> cosigned = log.cosigned()
                .flatMap(signed -> log.cosignedAt()
                        .flatMap(at -> directory
                                .peer(agreement)
                                .map(peer -> new Cosigning(
                                        checkpoint(signed),
                                        at,
                                        peer.file().witness().name()))));
        return new LogView(
                log.kind(),
                log.origin(),
                log.durableCount(),
                log.contradicted(),
                log.signed().map(Proofs::checkpoint),
                cosigned);
    }

    private static CheckpointView checkpoint(SignedCheckpoint signed) {
        return new CheckpointView(
                signed.checkpoint().size(),
                signed.checkpoint().root().base64(),
                new String(signed.bytes(), StandardCharsets.UTF_8));
    }
}
