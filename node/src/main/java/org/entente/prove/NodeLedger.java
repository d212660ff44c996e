package org.entente.prove;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.db.Transactions;
import org.entente.db.Tx;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.ledger.checkpoint.SignedCheckpoint;
import org.entente.ledger.checkpoint.TlogProof;
import org.entente.ledger.leaf.Opening;
import org.entente.ledger.note.Cosignature;
import org.entente.ledger.note.SignatureLine;
import org.entente.ledger.note.Signer;
import org.entente.ledger.note.VerifierKey;

/// The node's two logs under one agreement. Thread-safe; [#start] begins the work, [#close] ends it.
public final class NodeLedger implements Ledger, AutoCloseable {
    /// A log as a person looks at it.
    ///
    /// @param contradicted the peer's witness has seen more of it than is here, or another log of its name
    public record LogView(
            LogKind kind,
            String origin,
            long durableCount,
            boolean contradicted,
            Optional<SignedCheckpoint> signed,
            Optional<SignedCheckpoint> cosigned,
            Optional<Instant> cosignedAt) {}

    /// A durable leaf. `type` is the opened field `type`, absent once the opening is destroyed.
    public record Entry(long index, LeafRequest request, Instant at, Optional<String> type, Bytes bytes) {}

    /// A leaf with its proof, and the opening if it still exists.
    public record Proved(Bytes leaf, TlogProof proof, Optional<Opening> opening) {}

    private final RecordingLedger recording;
    private final Transactions transactions;
    private final LeafRequests requests;
    private final AgreementId agreement;
    private final PeerKeys peer;
    private final Map<LogKind, NodeLog> logs = new EnumMap<>(LogKind.class);

    /// Opens both logs below `folder`, each under its own key.
    public NodeLedger(
            AgreementId agreement,
            Path folder,
            Map<LogKind, Signer> signers,
            PeerKeys peer,
            Transactions transactions,
            LeafRequests requests,
            WitnessTransport witness,
            Clock clock) {
        this.agreement = agreement;
        this.transactions = transactions;
        this.requests = requests;
        this.peer = peer;
        this.recording = new RecordingLedger(transactions, requests, clock);
        try {
            signers.forEach((kind, signer) -> logs.put(
                    kind,
                    new NodeLog(
                            agreement,
                            kind,
                            folder.resolve(agreement.value()).resolve(kind.word()),
                            signer,
                            peer,
                            transactions,
                            requests,
                            witness)));
        } catch (RuntimeException refused) {
            // Whatever kept one log from opening, the other is closed: nobody holds this ledger to close it.
            logs.values().forEach(NodeLog::close);
            throw refused;
        }
    }

    public void start() {
        logs.values().forEach(NodeLog::start);
    }

    @Override
    public LeafRequest request(Tx tx, Leaf leaf) {
        LeafRequest request = recording.request(tx, leaf);
        tx.afterCommit(log(LogKind.of(leaf))::wake);
        return request;
    }

    @Override
    public LeafState state(LeafRequest request) {
        return row(request)
                .map(row -> row.position() == null ? new LeafState.Requested() : placed(log(row.log()), row.position()))
                .orElseGet(LeafState.Requested::new);
    }

    @Override
    public LeafState awaitDurable(LeafRequest request, Duration limit) {
        long deadlineNanos = System.nanoTime() + limit.toNanos();
        while (true) {
            LeafState state = state(request);
            long leftNanos = deadlineNanos - System.nanoTime();
            if (!(state instanceof LeafState.Requested) || leftNanos <= 0) {
                return state;
            }
            try {
                // A round of either log ends the wait; the state is read anew. At most 50 ms, for a round that ended
                // just before.
                log(LogKind.DUTY).awaitDrained(Duration.ofNanos(Math.min(leftNanos, 50_000_000)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return state;
            }
        }
    }

    /// The leaf under the newest own checkpoint, with the cosignatures it has; empty until one covers it.
    public Optional<Proved> newest(LeafRequest request) {
        return row(request).flatMap(row -> proved(row, log(row.log())::newestProof));
    }

    /// The leaf of an envelope under a checkpoint that the peer cosigned; empty until there is one.
    public Optional<Proved> cosigned(Bytes envelopeId, Leaf.Direction direction) {
        return transactions
                .in(tx -> requests.crossing(tx, agreement, envelopeId, direction))
                .flatMap(row -> proved(row, log(LogKind.EXCHANGE)::cosignedProof));
    }

    public List<LogView> views() {
        return logs.entrySet().stream()
                .map(entry -> view(entry.getKey(), entry.getValue()))
                .toList();
    }

    /// At most 200 durable leaves of a log, from the index on.
    public List<Entry> entries(LogKind kind, long first) {
        NodeLog log = log(kind);
        return transactions.in(tx -> requests.placed(tx, agreement, kind, first, Limits.PAGE_COUNT)).stream()
                .map(row -> entry(log, row))
                .toList();
    }

    /// Whether both logs work: neither has halted after a storage error.
    public boolean isWell() {
        return logs.values().stream().noneMatch(NodeLog::isHalted);
    }

    public VerifierKey key(LogKind kind) {
        return log(kind).key();
    }

    private static Entry entry(NodeLog log, LeafRequests.Row row) {
        long index = row.position() == null ? 0 : row.position();
        Bytes opening = row.opening();
        Optional<String> type =
                opening == null ? Optional.empty() : Commitments.parse(opening).value("type");
        return new Entry(
                index,
                row.request(),
                row.requested(),
                type,
                Bytes.of(log.entry(index).toArray()));
    }

    private LogView view(LogKind kind, NodeLog log) {
        Optional<SignedCheckpoint> cosigned = log.cosigned();
        return new LogView(
                kind,
                log.key().name(),
                log.size(),
                log.isContradicted(),
                log.signed(),
                cosigned,
                cosigned.flatMap(this::cosignedAt));
    }

    private LeafState placed(NodeLog log, long index) {
        Optional<SignedCheckpoint> cosigned =
                log.cosigned().filter(signed -> signed.checkpoint().size() > index);
        if (cosigned.isPresent()) {
            long size = cosigned.get().checkpoint().size();
            Optional<Instant> at = cosignedAt(cosigned.get());
            if (at.isPresent()) {
                return new LeafState.Cosigned(index, size, at.get());
            }
        }
        return log.signed()
                .filter(signed -> signed.checkpoint().size() > index)
                .<LeafState>map(signed ->
                        new LeafState.Signed(index, signed.checkpoint().size()))
                .orElseGet(() -> new LeafState.Durable(index));
    }

    /// The earliest time a pinned witness gives; verified anew, since what it stands in is read from a file.
    private Optional<Instant> cosignedAt(SignedCheckpoint signed) {
        List<VerifierKey> witnesses = peer.witnesses(agreement);
        String text = signed.note().text();
        return signed.note().signatures().stream()
                .filter(line -> witnesses.stream().anyMatch(key -> key.verifies(text, line)))
                .map((SignatureLine line) -> Cosignature.time(line))
                .min(Instant::compareTo);
    }

    private interface Prover {
        Optional<TlogProof> prove(long index);
    }

    private Optional<Proved> proved(LeafRequests.Row row, Prover prover) {
        Long position = row.position();
        if (position == null) {
            return Optional.empty();
        }
        Bytes opening = row.opening();
        return prover.prove(position)
                .map(proof -> new Proved(
                        Bytes.of(log(row.log()).entry(position).toArray()),
                        proof,
                        Optional.ofNullable(opening).map(Commitments::parse)));
    }

    private Optional<LeafRequests.Row> row(LeafRequest request) {
        return transactions.in(tx -> requests.row(tx, request));
    }

    private NodeLog log(LogKind kind) {
        NodeLog log = logs.get(kind);
        if (log == null) {
            throw new IllegalStateException("no " + kind + " log");
        }
        return log;
    }

    @Override
    public void close() {
        logs.values().forEach(NodeLog::close);
    }
}
