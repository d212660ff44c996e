package org.entente.prove;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.entente.db.Transactions;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.ledger.Fault;
import org.entente.ledger.Hash;
import org.entente.ledger.LedgerException;
import org.entente.ledger.Octets;
import org.entente.ledger.checkpoint.SignedCheckpoint;
import org.entente.ledger.checkpoint.TlogProof;
import org.entente.ledger.leaf.Leaf.Direction;
import org.entente.ledger.log.Addition;
import org.entente.ledger.log.Placement;
import org.entente.ledger.log.RequestId;
import org.entente.ledger.log.TransparencyLog;
import org.entente.ledger.note.Signer;
import org.entente.ledger.note.VerifierKey;
import org.entente.ledger.witness.AddCheckpoint;
import org.entente.ledger.witness.WitnessAnswer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One of a node's two logs at work: a drainer turns committed requests into leaves and signs, a second thread asks the
/// peer's witness. Each can be away or killed at any moment; what was committed is drained after the next start, and
/// the
/// request's id in the log keeps it from standing there twice.
final class NodeLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NodeLog.class);
    private static final int COSIGNED = 200;
    private static final int CONFLICT = 409;
    /// What we hold does not continue what the witness saw.
    private static final int BAD_PROOF = 422;

    private final AgreementId agreement;
    private final LogKind kind;
    private final TransparencyLog log;
    private final Transactions transactions;
    private final LeafRequests requests;
    private final WitnessTransport witness;
    private final Semaphore work = new Semaphore(0);
    private final Semaphore unwitnessed = new Semaphore(0);
    /// One phase a round.
    private final Phaser drained = new Phaser(1);
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile boolean halted;
    private volatile boolean contradicted;

    NodeLog(
            AgreementId agreement,
            LogKind kind,
            Path directory,
            Signer signer,
            PeerKeys peer,
            Transactions transactions,
            LeafRequests requests,
            WitnessTransport witness) {
        this.agreement = agreement;
        this.kind = kind;
        this.transactions = transactions;
        this.requests = requests;
        this.witness = witness;
        this.log = opened(directory, signer, peer);
        long known = transactions.in(tx -> requests.placedCount(tx, agreement, kind));
        if (log.size() < known) {
            long held = log.size();
            log.close();
            throw new EntenteException(
                    ProveCode.PROVE_LOG_BEHIND, kind.word(), Long.toString(held), Long.toString(known));
        }
    }

    private TransparencyLog opened(Path directory, Signer signer, PeerKeys peer) {
        try {
            return TransparencyLog.open(directory, signer, () -> peer.witnesses(agreement));
        } catch (LedgerException refused) {
            throw new EntenteException(
                    ProveCode.PROVE_LOG_REFUSED,
                    refused,
                    kind.word(),
                    refused.fault().name());
        }
    }

    void start() {
        threads.add(Thread.ofPlatform().name("drain-" + kind.word()).start(() -> loop(work, this::drain)));
        threads.add(Thread.ofVirtual().name("witness-" + kind.word()).start(() -> loop(unwitnessed, this::cosign)));
    }

    void wake() {
        work.release();
    }

    /// Whether a storage error ended its work until the next start.
    boolean isHalted() {
        return halted;
    }

    /// Whether the peer's witness has seen more of this log than is here, or another log of this name.
    boolean isContradicted() {
        return contradicted;
    }

    VerifierKey key() {
        return log.key();
    }

    long size() {
        return log.size();
    }

    Optional<SignedCheckpoint> signed() {
        return log.signedCheckpoint();
    }

    Optional<SignedCheckpoint> cosigned() {
        return log.cosignedCheckpoint();
    }

    Octets entry(long index) {
        return log.entry(index);
    }

    /// Under the newest own checkpoint, cosigned or not; empty until one covers the index.
    Optional<TlogProof> newestProof(long index) {
        return log.signedCheckpoint()
                .filter(signed -> signed.checkpoint().size() > index)
                .map(signed -> new TlogProof(
                        log.inclusionProof(index, signed.checkpoint().size()), signed));
    }

    Optional<TlogProof> cosignedProof(long index) {
        return log.proof(index);
    }

    /// Waits until something was drained, at most so long.
    void awaitDrained(Duration limit) throws InterruptedException {
        try {
            drained.awaitAdvanceInterruptibly(drained.getPhase(), limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException nothingCame) {
            // The caller looks again.
        }
    }

    private interface Round {
        /// Whether there is more to do at once.
        boolean run();
    }

    private void loop(Semaphore signal, Round round) {
        while (stopping.getCount() > 0) {
            Duration pause = Limits.DRAIN_PAUSE;
            try {
                if (round.run()) {
                    continue;
                }
            } catch (EntenteException e) {
                // The database is away: what was committed waits there.
                LOG.warn("{} log: {}", kind.word(), e.code().name());
                pause = Limits.DRAIN_RETRY;
            } catch (LedgerException e) {
                // The log halted itself: going on would sign what the disk may not hold.
                LOG.error("{} log stopped: {}", kind.word(), e.fault(), e);
                halted = true;
                return;
            }
            try {
                signal.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                signal.drainPermits();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean drain() {
        List<LeafRequests.Row> rows =
                transactions.in(tx -> requests.undrained(tx, agreement, kind, Limits.DRAIN_COUNT));
        if (rows.isEmpty()) {
            signWhatACrashLeft();
            return false;
        }
        List<Placement> placements =
                log.append(rows.stream().map(NodeLog::addition).toList());
        Map<LeafRequest, Long> positions = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            positions.put(rows.get(i).request(), placements.get(i).index());
        }
        transactions.run(tx -> requests.place(tx, positions));
        log.sign();
        drained.arrive();
        unwitnessed.release();
        return rows.size() == Limits.DRAIN_COUNT;
    }

    /// Entries that were placed and not signed: no request for them is open any more.
    private void signWhatACrashLeft() {
        long signedSize =
                log.signedCheckpoint().map(signed -> signed.checkpoint().size()).orElse(0L);
        if (log.size() > signedSize) {
            log.sign();
            drained.arrive();
            unwitnessed.release();
        }
    }

    private static Addition addition(LeafRequests.Row row) {
        Bytes opening = row.opening();
        if (opening == null) {
            throw new IllegalStateException("an opening is destroyed only after its leaf is durable");
        }
        Hash commitment = Commitments.parse(opening).commitment();
        long time = row.requested().getEpochSecond();
        return new Addition(RequestId.of(row.request().id().toArray()), entry(row.crossing(), commitment, time));
    }

    private static Octets entry(LeafRequests.@Nullable Crossing crossing, Hash commitment, long time) {
        if (crossing == null) {
            return new org.entente.ledger.leaf.Leaf.Duty(commitment, time).bytes();
        }
        Direction direction = switch (crossing.direction()) {
            case SENT -> Direction.SENT;
            case RECEIVED -> Direction.RECEIVED;
        };
        return new org.entente.ledger.leaf.Leaf.Exchange(
                        commitment,
                        direction,
                        Hash.of(crossing.envelopeHash().toArray()),
                        crossing.envelopeId().hex(),
                        crossing.peer(),
                        crossing.sequence(),
                        time)
                .bytes();
    }

    /// One request to the witness, where there is something it has not seen.
    private boolean cosign() {
        Optional<SignedCheckpoint> newest = log.signedCheckpoint();
        long known = log.cosignedCheckpoint()
                .map(signed -> signed.checkpoint().size())
                .orElse(0L);
        if (newest.isEmpty() || newest.get().checkpoint().size() == known) {
            return false;
        }
        Optional<Long> seen = offer(newest.get(), known);
        if (seen.isPresent() && offer(newest.get(), seen.get()).isPresent()) {
            // A witness that contradicts itself is asked again like one that is away.
            sleep(Limits.WITNESS_RETRY);
        }
        return true;
    }

    /// The size to ask again from, where the witness saw another than `oldSize`.
    private Optional<Long> offer(SignedCheckpoint newest, long oldSize) {
        List<Hash> proof = oldSize == 0
                ? List.of()
                : log.consistencyProof(oldSize, newest.checkpoint().size()).hashes();
        Bytes request = Bytes.of(new AddCheckpoint(oldSize, proof, newest).bytes());
        switch (witness.addCheckpoint(agreement, request)) {
            case WitnessTransport.Reply.Away _ -> sleep(Limits.WITNESS_RETRY);
            case WitnessTransport.Reply.Answered(int status, Bytes body)
            when status == COSIGNED -> sleep(isAttached(newest, body) ? Limits.WITNESS_PAUSE : Limits.WITNESS_RETRY);
            case WitnessTransport.Reply.Answered(int status, Bytes body)
            when status == CONFLICT -> {
                return sizeSeen(newest, body);
            }
            case WitnessTransport.Reply.Answered(int status, Bytes _) -> {
                LOG.error(
                        "the witness refused our {} checkpoint of {}: {}",
                        kind.word(),
                        newest.checkpoint().size(),
                        status);
                contradicted |= status == BAD_PROOF;
                sleep(Limits.WITNESS_RETRY);
            }
        }
        return Optional.empty();
    }

    /// What the peer answered is the peer's: a line that is none, or does not verify, must not halt our log.
    private boolean isAttached(SignedCheckpoint newest, Bytes body) {
        try {
            log.attach(newest, WitnessAnswer.Cosigned.parse(body.toArray()));
            contradicted = false;
            return true;
        } catch (LedgerException refused) {
            if (refused.fault() != Fault.NOTE_MALFORMED) {
                throw refused;
            }
            LOG.error("the witness answered our {} checkpoint with no cosignature: {}", kind.word(), refused.facts());
            return false;
        }
    }

    /// The witness saw more than we remember (its answer was lost), or we were restored from an old backup.
    private Optional<Long> sizeSeen(SignedCheckpoint newest, Bytes body) {
        String text = new String(body.toArray(), java.nio.charset.StandardCharsets.US_ASCII).strip();
        long held = newest.checkpoint().size();
        // What is no number never reaches the log.
        String seen = text.matches("[0-9]{1,18}") ? text : "an unreadable number of";
        if (seen.equals(text) && Long.parseLong(text) <= held) {
            return Optional.of(Long.parseLong(text));
        }
        LOG.error("the witness saw {} entries of our {} log, we hold {}: an old backup?", seen, kind.word(), held);
        contradicted |= seen.equals(text);
        sleep(Limits.WITNESS_RETRY);
        return Optional.empty();
    }

    /// Ends early when the log closes. Nobody is interrupted: an interrupt would close the log's files.
    private void sleep(Duration pause) {
        try {
            stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stopping.countDown();
        work.release();
        unwitnessed.release();
        for (Thread thread : threads) {
            try {
                thread.join(Limits.STOP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        log.close();
    }
}
