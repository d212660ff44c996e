package org.entente.hold;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.entente.db.Transactions;
import org.entente.hold.imports.Draft;
import org.entente.hold.imports.DraftSink;
import org.entente.hold.imports.Finding;
import org.entente.hold.imports.Held;
import org.entente.hold.imports.Importer;
import org.entente.hold.imports.Profile;
import org.entente.hold.imports.SourceFiles;
import org.entente.hold.store.DraftStore;
import org.entente.hold.store.DraftText;
import org.entente.hold.store.DraftWriter;
import org.entente.hold.store.ImportStore;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One import from its first row to its report. Chunks are committed one by one, each with the count of
/// subjects that are in, so that the same files begun again after a crash go on behind the last committed
/// chunk. While one chunk is stored the next is read and written out: two threads, one chunk ahead.
final class ImportRun implements DraftSink {
    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);

    private final Transactions transactions;
    private final ImportStore imports;
    private final Clock clock;
    private final ImportOrder order;
    private final LocalDate asOf;
    private final Profile profile;
    private final ImportReport begun;
    private final DraftWriter writer;
    private final DraftStore drafts;
    private final Resolution resolution;
    private final ImportListener listener;
    private final long rowTotal;
    private final Instant start;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Finding.Outcome, Long> countByOutcome = new EnumMap<>(Finding.Outcome.class);
    private final Set<String> exempt = new HashSet<>();
    private List<DraftText> chunk = new ArrayList<>(Limits.CHUNK_SUBJECT_COUNT);
    private long chunkStatementCount;
    private @Nullable ExecutorService storing;
    private @Nullable Future<Integer> stored;
    private @Nullable Finding firstOfNobody;
    private boolean withdrawalHeld;
    private long rowCount;
    private long takenCount;
    private long draftCount;
    private long unchangedCount;
    /// Rows of drafts that an earlier run, or this one, has committed.
    private long resumedCount;
    private long storedCount;
    private long storingCount;

    ImportRun(
            Transactions transactions,
            ImportStore imports,
            Clock clock,
            ImportOrder order,
            ImportReport begun,
            ImportListener listener) {
        this.transactions = transactions;
        this.imports = imports;
        this.clock = clock;
        this.order = order;
        this.asOf = begun.asOf();
        this.profile = Profile.shipped(order.profile());
        this.begun = begun;
        DraftWriter.Frame frame =
                new DraftWriter.Frame(begun.id(), profile.source(), asOf, order.partDates(), begun.started());
        this.writer = new DraftWriter(frame);
        this.drafts = new DraftStore(frame);
        this.resolution = new Resolution(clock);
        this.listener = listener;
        this.rowTotal = rowTotal(order, profile);
        this.start = clock.instant();
        this.unchangedCount = begun.unchangedCount();
    }

    /// SHA-256 over the parts in the order of their names: whether two imports are of the same files.
    static Bytes filesHash(Map<String, Path> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[Limits.READ_BUFFER_BYTES];
            for (Map.Entry<String, Path> part : new TreeMap<>(parts).entrySet()) {
                digest.update(
                        (part.getKey() + "\n" + Files.size(part.getValue()) + "\n").getBytes(StandardCharsets.UTF_8));
                try (InputStream stream = Files.newInputStream(part.getValue())) {
                    for (int length = stream.read(buffer); length >= 0; length = stream.read(buffer)) {
                        digest.update(buffer, 0, length);
                    }
                }
            }
            return Bytes.of(digest.digest());
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every JDK has SHA-256", absent);
        }
    }

    /// A list that would take a large share off ends as failed, with what it read kept and nothing withdrawn.
    ImportReport run() {
        try (ExecutorService thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("import-store").factory())) {
            storing = thread;
            Held held = order.correctedRowsOnly()
                    ? locators -> transactions.in(tx -> drafts.held(tx, locators))
                    : Held.nothing();
            Importer.of(profile).read(new SourceFiles(order.parts()), asOf, held, this);
            storeChunk();
            awaitStored();
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
        resolution.resolve(transactions);
        ImportReport report = transactions.in(tx -> {
            drafts.joinLinks(tx);
            boolean mayHaveLeft = isWholeList() && imports.isPreceded(tx, begun);
            DraftStore.Departure departure = mayHaveLeft ? drafts.depart(tx, ending()) : new DraftStore.Departure(0, 0);
            ImportReport written = report(departure);
            imports.finish(tx, written, findings);
            return written;
        });
        listener.progress(progress(rowCount, rowCount));
        settle();
        return report;
    }

    private void settle() {
        try {
            transactions.run(drafts::settle);
        } catch (EntenteException failed) {
            // The rows are in and the report stands: a database that fails here leaves searches slower, nothing else.
            LOG.warn("import {} not settled: {}", begun.id(), failed.code());
        }
    }

    /// Whether a subject that was not read has left the list.
    private boolean isWholeList() {
        if (profile.format() == Profile.Format.CASEWORK || order.correctedRowsOnly()) {
            return false;
        }
        if (firstOfNobody != null) {
            finding(new Finding(firstOfNobody.part(), firstOfNobody.row(), "", "", Finding.Reason.WITHDRAWAL_HELD));
            withdrawalHeld = true;
            return false;
        }
        return true;
    }

    private DraftStore.Ending ending() {
        return new DraftStore.Ending(asOf, order.parts().keySet(), exempt, order.confirmDelisting());
    }

    @Override
    public void draft(Draft draft) {
        draftCount++;
        takenCount += draft.rowCount();
        if (draftCount <= begun.committedCount()) {
            resumedCount += draft.rowCount();
            return;
        }
        DraftText text = writer.write(draft);
        chunk.add(text);
        chunkStatementCount += text.statements().size();
        if (chunk.size() >= Limits.CHUNK_SUBJECT_COUNT || chunkStatementCount >= Limits.CHUNK_STATEMENT_COUNT) {
            storeChunk();
        }
    }

    @Override
    public void finding(Finding finding) {
        countByOutcome.merge(finding.reason().outcome(), 1L, Long::sum);
        if (findings.size() < Limits.FINDING_COUNT_MAX) {
            findings.add(finding);
        }
    }

    @Override
    public void rejected(Finding finding, String locator) {
        finding(finding);
        if (!locator.isEmpty()) {
            exempt.add(locator);
        } else if (firstOfNobody == null) {
            firstOfNobody = finding;
        }
    }

    @Override
    public void rowRead() {
        rowCount++;
    }

    /// Hands the chunk over once the one before is committed.
    private void storeChunk() {
        awaitStored();
        if (chunk.isEmpty() || storing == null) {
            return;
        }
        List<DraftText> full = chunk;
        long committed = draftCount;
        long unchangedBefore = unchangedCount;
        chunk = new ArrayList<>(Limits.CHUNK_SUBJECT_COUNT);
        chunkStatementCount = 0;
        storingCount = full.stream().mapToLong(text -> text.draft().rowCount()).sum();
        stored = storing.submit(() -> {
            int unchangedNow = transactions.in(tx -> {
                DraftStore.Stored chunkStored = drafts.store(tx, full);
                resolution.enqueue(tx, full, chunkStored);
                int unchanged = chunkStored.unchangedCount();
                imports.committed(tx, begun.id(), committed, unchangedBefore + unchanged);
                return unchanged;
            });
            if (resolution.isDue()) {
                resolution.resolve(transactions);
            }
            return unchangedNow;
        });
    }

    private void awaitStored() {
        if (stored == null) {
            return;
        }
        try {
            unchangedCount += stored.get();
            storedCount += storingCount;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("a chunk could not be stored", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new EntenteException(HoldCode.HOLD_IMPORT_FAILED, interrupted, "interrupted");
        } finally {
            stored = null;
        }
        listener.progress(progress(resumedCount + storedCount + refusedCount(), Math.max(rowTotal, rowCount)));
    }

    private long refusedCount() {
        return countByOutcome.getOrDefault(Finding.Outcome.REJECTED, 0L)
                + countByOutcome.getOrDefault(Finding.Outcome.ORPHAN, 0L);
    }

    /// @param done rows whose outcome is decided and stored
    private ImportListener.Progress progress(long done, long total) {
        long rate = Math.max(0, done - resumedCount)
                * 1_000
                / Math.max(1, Duration.between(start, clock.instant()).toMillis());
        return new ImportListener.Progress(
                begun.id(), done, total, rate, Duration.ofSeconds((total - done) / Math.max(1, rate)));
    }

    private ImportReport report(DraftStore.Departure departure) {
        boolean awaits = departure.awaitingCount() > 0;
        return new ImportReport(
                begun.id(),
                begun.profile(),
                begun.profileVersion(),
                asOf,
                begun.partDates(),
                begun.correctedRowsOnly(),
                begun.officer(),
                begun.started(),
                clock.instant(),
                awaits ? ImportReport.State.FAILED : ImportReport.State.DONE,
                failure(awaits),
                rowCount,
                takenCount,
                unchangedCount,
                countByOutcome.getOrDefault(Finding.Outcome.REJECTED, 0L),
                countByOutcome.getOrDefault(Finding.Outcome.ORPHAN, 0L),
                countByOutcome.getOrDefault(Finding.Outcome.NOTED, 0L),
                departure.withdrawnCount(),
                departure.awaitingCount(),
                resolution.outcome().oversizedCount(),
                resolution.outcome().joinedCount(),
                resolution.outcome().reviewCount(),
                draftCount);
    }

    private @Nullable String failure(boolean awaits) {
        if (awaits) {
            return HoldCode.HOLD_DELISTING_UNCONFIRMED.name();
        }
        return withdrawalHeld ? Finding.Reason.WITHDRAWAL_HELD.name() : null;
    }

    private static long rowTotal(ImportOrder order, Profile profile) {
        try {
            long total = 0;
            for (Path file : order.parts().values()) {
                total += switch (profile.format()) {
                    case UN_XML -> RowCounter.subjectCount(file);
                    case SDN -> RowCounter.lineCount(file);
                    case SAT_69B, CASEWORK -> Math.max(0, RowCounter.lineCount(file) - 1);
                };
            }
            return total;
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private static EntenteException unreadable(IOException cause) {
        return new EntenteException(
                HoldCode.HOLD_FILE_UNREADABLE, cause, cause.getClass().getSimpleName());
    }
}
