package org.entente.exchange;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;
import org.entente.db.Transactions;
import org.entente.kernel.AgreementId;

/// One sender per agreement, each on a thread of its own from construction to [#close].
///
/// The threads are never interrupted: an interrupt while a sender reads the log's files would close them for
/// everyone.
public final class SenderThreads implements AutoCloseable {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

    private final List<Sender> senders;
    private final List<Thread> threads;
    private final EnvelopeTransport transport;

    public SenderThreads(
            Collection<AgreementId> agreements,
            Transactions transactions,
            PeerDirectory directory,
            LeafEvidence evidence,
            EnvelopeTransport transport,
            Nudges nudges,
            Clock clock) {
        RandomGenerator random = RandomGenerator.of("SecureRandom");
        this.transport = transport;
        this.senders = agreements.stream()
                .map(agreement ->
                        new Sender(agreement, transactions, directory, evidence, transport, nudges, clock, random))
                .toList();
        this.threads = senders.stream()
                .map(sender -> Thread.ofPlatform().daemon().name(sender.name()).start(sender::run))
                .toList();
    }

    /// Whether every sender is at work; false after [#close] or if a thread has died.
    public boolean isRunning() {
        return threads.stream().allMatch(Thread::isAlive);
    }

    /// Stops after the step under way; a call to the peer is cut off and repeated at the next start.
    @Override
    public void close() {
        senders.forEach(Sender::stop);
        transport.close();
        try {
            for (Thread thread : threads) {
                thread.join(STOP_PATIENCE);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
