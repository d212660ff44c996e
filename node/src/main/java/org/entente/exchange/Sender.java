package org.entente.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.entente.db.Transactions;
import org.entente.exchange.store.QueueStore;
import org.entente.exchange.store.QueueStore.Outgoing;
import org.entente.kernel.AgreementId;
import org.entente.kernel.EntenteException;
import org.entente.prove.LeafRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends the envelopes of one agreement, in order, one at a time, until each has a receipt. All it knows between two
/// steps is when to try again; the queue is in the database, so a sender may die at any point and another take over.
///
/// An expired envelope is still sent: its number must reach the peer, which refuses it by receipt and counts on.
final class Sender {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private final AgreementId agreement;
    private final Transactions transactions;
    private final QueueStore store = new QueueStore();
    private final PeerDirectory directory;
    private final LeafEvidence evidence;
    private final EnvelopeTransport transport;
    private final Nudges nudges;
    private final Clock clock;
    private final RandomGenerator random;

    private volatile boolean running = true;
    private int failures;
    private Instant notBefore = Instant.MIN;
    /// Set when the peer asks for a number that we hold a receipt for: it has lost what it confirmed. 0 otherwise.
    private long resendSequence;

    Sender(
            AgreementId agreement,
            Transactions transactions,
            PeerDirectory directory,
            LeafEvidence evidence,
            EnvelopeTransport transport,
            Nudges nudges,
            Clock clock,
            RandomGenerator random) {
        this.agreement = agreement;
        this.transactions = transactions;
        this.directory = directory;
        this.evidence = evidence;
        this.transport = transport;
        this.nudges = nudges;
        this.clock = clock;
        this.random = random;
    }

    /// Steps until [#stop]. A failure of ours (the database is away) costs a backoff, not the thread.
    void run() {
        while (running) {
            Duration pause;
            try {
                pause = step();
            } catch (EntenteException failed) {
                LOG.warn("{}: {}", name(), failed.code());
                pause = backOff();
            } catch (RuntimeException broken) {
                // A fault of the program in one envelope must be seen, and must not end the queue for good.
                LOG.error("{} broke", name(), broken);
                pause = backOff();
            }
            try {
                nudges.bell(agreement).await(Math.max(1, pause.toMillis()));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    void stop() {
        running = false;
        nudges.queued(agreement);
    }

    String name() {
        return "sender-" + agreement;
    }

    /// Does at most one delivery; returns how long nothing needs doing.
    Duration step() {
        if (nudges.bell(agreement).takePeerSeen()) {
            notBefore = Instant.MIN;
        }
        Instant now = clock.instant();
        if (now.isBefore(notBefore)) {
            return Duration.between(now, notBefore);
        }
        Optional<Peer> peer = directory.peer(agreement);
        Optional<Outgoing> next = transactions.in(
                tx -> resendSequence > 0 ? store.outgoing(tx, agreement, resendSequence) : store.head(tx, agreement));
        if (peer.isEmpty() || next.isEmpty()) {
            resendSequence = 0;
            return Limits.SENDER_IDLE;
        }
        Optional<LeafEvidence.Shown> shown =
                evidence.of(new LeafRequest(next.get().leaf()));
        if (shown.isEmpty()) {
            return Limits.EVIDENCE_POLL;
        }
        return deliver(peer.get(), next.get(), shown.get());
    }

    private Duration deliver(Peer peer, Outgoing row, LeafEvidence.Shown shown) {
        Envelope envelope = Envelope.of(row.note(), row.ciphertext());
        Cover cover = new Cover(envelope.bytes(), shown.leaf(), shown.proof());
        return switch (transport.deliver(peer, cover.encode())) {
            case EnvelopeTransport.Reply.Receipted receipted -> settle(peer, row, envelope, receipted);
            case EnvelopeTransport.Reply.Gap gap -> rewind(row, gap.expectedSequence());
            case EnvelopeTransport.Reply.NotTaken notTaken -> troubled(row, notTaken.reason());
        };
    }

    private Duration settle(Peer peer, Outgoing row, Envelope envelope, EnvelopeTransport.Reply.Receipted receipted) {
        Receipt receipt;
        try {
            receipt = Receipt.open(receipted.receipt(), peer.file().envelope());
        } catch (EntenteException forged) {
            return troubled(row, forged.code().name());
        }
        if (!receipt.answers(envelope)) {
            return troubled(row, ExchangeCode.RECEIPT_REFUSED.name());
        }
        @Nullable
        String refusal = switch (receipt.verdict()) {
            case Receipt.Verdict.Accepted _ -> null;
            case Receipt.Verdict.Refused refused -> refused.code();
        };
        transactions.run(tx -> {
            store.recordTry(tx, row.id(), null);
            store.settle(tx, row.id(), receipted.receipt(), refusal, clock.instant());
        });
        failures = 0;
        resendSequence = row.receipt() == null ? 0 : row.sequence() + 1;
        return Duration.ZERO;
    }

    private Duration rewind(Outgoing row, long expectedSequence) {
        if (expectedSequence < 1 || expectedSequence >= row.sequence()) {
            // The peer counts envelopes that we do not know: this node was restored from an old backup.
            return troubled(row, "SEQUENCE_AHEAD " + expectedSequence);
        }
        resendSequence = expectedSequence;
        return troubled(row, "SEQUENCE_BEHIND " + expectedSequence);
    }

    private Duration troubled(Outgoing row, String reason) {
        LOG.info("{}: number {} not taken: {}", name(), row.sequence(), reason);
        transactions.run(tx -> store.recordTry(tx, row.id(), reason));
        return backOff();
    }

    /// Full jitter: anywhere between nothing and the bound, which doubles from 1 s to 5 min.
    private Duration backOff() {
        long boundMillis =
                Math.min(Limits.BACKOFF_LAST.toMillis(), Limits.BACKOFF_FIRST.toMillis() << Math.min(failures, 20));
        failures++;
        Duration pause = Duration.ofMillis(random.nextLong(boundMillis) + 1);
        notBefore = clock.instant().plus(pause);
        return pause;
    }
}
