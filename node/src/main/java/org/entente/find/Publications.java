package org.entente.find;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.entente.agreement.Agreement;
import org.entente.agreement.DiscoveryPolicy;
import org.entente.db.Tx;
import org.entente.find.store.PublicationStore;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Code;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.kernel.Purpose;
import org.entente.kernel.Schedule;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The publications of this process, one at a time. Every set is committed by itself: what an interrupted one has
/// announced stays, and the same order goes on behind it. Thread-safe.
final class Publications implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Publications.class);
    private static final Schedule NODE = new Schedule("find");

    private final Parts parts;
    private final Publisher publisher;
    private final PublicationStore store = new PublicationStore();
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile @Nullable PublicationRun running;
    private volatile boolean closing;

    Publications(Parts parts, Publisher publisher) {
        this.parts = parts;
        this.publisher = publisher;
    }

    /// Returns when it stands in the tables; it goes on on a thread of its own, and its end is in the tables too.
    ///
    /// @throws EntenteException FIND_PUBLICATION_RUNNING, FIND_PURPOSE_CLOSED
    Publication begin(Officer officer, AgreementId agreement, Purpose purpose) {
        PublicationRun run = start(officer, agreement, purpose);
        Publication begun = run.standing(parts.clock().instant());
        Thread.ofPlatform().name("publish").daemon().start(() -> {
            try {
                publish(run);
            } catch (CancellationException _) {
                LOG.info("a publication was interrupted: ordered again it goes on");
            } catch (RuntimeException failed) {
                // Nobody waits for this thread: the failure stands in the tables, and here.
                LOG.error("a publication failed: {}", code(failed), failed);
            }
        });
        return begun;
    }

    /// As [#begin], and to its end.
    ///
    /// @throws EntenteException what it failed of, also FIND_SET_TOO_LARGE after all other sets were announced
    Publication publish(Officer officer, AgreementId agreement, Purpose purpose) {
        PublicationRun run = start(officer, agreement, purpose);
        publish(run);
        return find(agreement, run.row.id()).orElseThrow();
    }

    Optional<Publication> find(AgreementId agreement, UUID id) {
        return parts.transactions().in(tx -> store.find(tx, agreement, id)).map(this::standing);
    }

    /// Newest first.
    List<Publication> all(AgreementId agreement) {
        return parts.transactions().in(tx -> store.list(tx, agreement, Limits.LIST_COUNT)).stream()
                .map(this::standing)
                .toList();
    }

    /// Ends the one that runs after its chunk, unfinished.
    @Override
    public void close() {
        closing = true;
        long last = System.nanoTime() + Limits.PUBLICATION_END.toNanos();
        while (busy.get() && System.nanoTime() < last) {
            LockSupport.parkNanos(Limits.PUBLICATION_END_PAUSE.toNanos());
        }
    }

    private PublicationRun start(Officer officer, AgreementId agreementId, Purpose purpose) {
        // Without a peer there is nobody to announce it to: PEER_UNKNOWN, to who orders it.
        parts.link().peer(agreementId);
        Agreement agreement = parts.agreements().current(agreementId);
        if (Publisher.keyTypes(agreement, purpose).isEmpty()) {
            throw new EntenteException(FindCode.FIND_PURPOSE_CLOSED, purpose.code());
        }
        if (!busy.compareAndSet(false, true)) {
            throw new EntenteException(FindCode.FIND_PUBLICATION_RUNNING);
        }
        try {
            return parts.transactions().in(tx -> {
                Instant now = parts.clock().instant();
                PublicationStore.Row row = store.begin(tx, agreementId, purpose, officer.id(), now);
                PublicationRun run = new PublicationRun(
                        row, officer, agreement, counts(tx, agreement), store.announced(tx, row.id()), now);
                // Before it stands in the tables: nobody may see it there as one that a dead process left.
                running = run;
                return run;
            });
        } catch (RuntimeException failed) {
            // Whatever it was, the next order must not find it running.
            release();
            throw failed;
        }
    }

    private Map<String, Long> counts(Tx tx, Agreement agreement) {
        Map<String, Long> byType = parts.source()
                .discoverableCounts(tx, NODE, agreement.discovery().sharesClearances());
        Map<String, Long> byKey = new HashMap<>();
        for (DiscoveryPolicy.KeyType keyType : agreement.discovery().keyTypes()) {
            KeyTypes.identifierType(keyType.key())
                    .map(type -> byType.get(type.key()))
                    .ifPresent(count -> byKey.put(keyType.key(), count));
        }
        return byKey;
    }

    private void publish(PublicationRun run) {
        EntenteException tooLarge;
        try {
            tooLarge = announce(run);
            end(run, tooLarge);
        } catch (CancellationException interrupted) {
            throw interrupted;
        } catch (RuntimeException failed) {
            // A fault nobody foresaw would else leave it unfinished for ever in the tables.
            endAsFailed(run, failed);
            throw failed;
        } finally {
            release();
        }
        if (tooLarge != null) {
            throw tooLarge;
        }
    }

    /// Every set that can be made.
    ///
    /// @return why one could not, if there is such a one
    private @Nullable EntenteException announce(PublicationRun run) {
        EntenteException tooLarge = null;
        Publisher.Order order = new Publisher.Order(run.officer, run.agreement, run.row.purpose(), run.row.id());
        for (String keyType : run.keyTypes) {
            progress(run, 0);
            try {
                publisher.publish(order, keyType, count -> progress(run, count));
                run.setDone();
            } catch (EntenteException failed) {
                if (failed.code() != FindCode.FIND_SET_TOO_LARGE) {
                    throw failed;
                }
                tooLarge = failed;
            }
        }
        return tooLarge;
    }

    private void progress(PublicationRun run, int entryCount) {
        run.entries(entryCount);
        if (closing) {
            throw new CancellationException();
        }
    }

    private void end(PublicationRun run, @Nullable RuntimeException failed) {
        parts.transactions()
                .run(tx -> store.end(
                        tx,
                        run.row.id(),
                        parts.clock().instant(),
                        failed == null ? null : code(failed).name()));
    }

    /// Where even that fails, as when the database has gone, it stands as interrupted, and goes on when ordered again.
    private void endAsFailed(PublicationRun run, RuntimeException failed) {
        try {
            end(run, failed);
        } catch (RuntimeException unwritten) {
            // The first failure is the one to tell.
            failed.addSuppressed(unwritten);
        }
    }

    private void release() {
        running = null;
        busy.set(false);
    }

    private static Code code(RuntimeException failed) {
        return failed instanceof EntenteException ours ? ours.code() : FindCode.FIND_PUBLICATION_FAILED;
    }

    private Publication standing(PublicationStore.Row row) {
        PublicationRun run = running;
        if (run != null && run.row.id().equals(row.id())) {
            return run.standing(parts.clock().instant());
        }
        // A row read while its publication ended is read once more: its end stands in the tables before it is
        // forgotten.
        return parts.transactions().in(tx -> {
            PublicationStore.Row now = row.ended() == null
                    ? store.find(tx, row.agreement(), row.id()).orElse(row)
                    : row;
            return past(now, store.announced(tx, row.id()));
        });
    }

    private Publication past(PublicationStore.Row row, Map<String, Integer> announced) {
        Publication.State state = row.ended() == null
                ? Publication.State.INTERRUPTED
                : row.failure() == null ? Publication.State.DONE : Publication.State.FAILED;
        long entryCount =
                announced.values().stream().mapToLong(Integer::longValue).sum();
        Agreement agreement = parts.agreements().current(row.agreement());
        return new Publication(
                row.id(),
                row.purpose(),
                row.officer(),
                row.started(),
                row.ended(),
                state,
                row.failure(),
                announced.size(),
                state == Publication.State.DONE
                        ? announced.size()
                        : Publisher.keyTypes(agreement, row.purpose()).size(),
                entryCount,
                entryCount,
                0,
                Duration.ZERO);
    }
}
