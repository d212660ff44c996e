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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.db.Transactions;
import org.entente.hold.imports.Draft;
import org.entente.hold.imports.DraftSink;
import org.entente.hold.imports.Finding;
import org.entente.hold.imports.Importer;
import org.entente.hold.imports.Profile;
import org.entente.hold.imports.SourceFiles;
import org.entente.hold.store.DraftStore;
import org.entente.hold.store.ImportStore;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;

/// One import from its first row to its report. Chunks are committed one by one, each with the count of
/// subjects that are in, so that the same files begun again after a crash go on behind the last committed
/// chunk.
final class ImportRun implements DraftSink {
    private final Transactions transactions;
    private final ImportStore imports;
    private final Clock clock;
    private final ImportOrder order;
    private final Profile profile;
    private final ImportReport begun;
    private final DraftStore drafts;
    private final ImportListener listener;
    private final long rowTotal;
    private final Instant start;
    private final List<Draft> chunk = new ArrayList<>(Limits.CHUNK_SUBJECT_COUNT);
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Finding.Outcome, Long> countByOutcome = new EnumMap<>(Finding.Outcome.class);
    private long rowCount;
    private long draftCount;
    private long unchangedCount;

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
        this.profile = Profile.shipped(order.profile());
        this.begun = begun;
        this.drafts = new DraftStore(begun.id(), profile.source(), order.asOf(), begun.started());
        this.listener = listener;
        this.rowTotal =
                order.parts().values().stream().mapToLong(ImportRun::lineCount).sum();
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

    ImportReport run() {
        try {
            Importer.of(profile).read(new SourceFiles(order.parts()), order.asOf(), this);
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
        storeChunk();
        return transactions.in(tx -> {
            boolean list = profile.format() != Profile.Format.CASEWORK;
            int withdrawn = drafts.close(tx, !order.correctedRowsOnly(), list);
            ImportReport report = report(withdrawn);
            imports.finish(tx, report, findings);
            return report;
        });
    }

    @Override
    public void draft(Draft draft) {
        draftCount++;
        if (draftCount <= begun.committedCount()) {
            return;
        }
        chunk.add(draft);
        if (chunk.size() >= Limits.CHUNK_SUBJECT_COUNT) {
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
    public void rowRead() {
        rowCount++;
    }

    private void storeChunk() {
        if (chunk.isEmpty()) {
            return;
        }
        unchangedCount += transactions.in(tx -> {
            int unchanged = drafts.store(tx, chunk);
            imports.committed(tx, begun.id(), draftCount, unchangedCount + unchanged);
            return unchanged;
        });
        chunk.clear();
        Duration spent = Duration.between(start, clock.instant());
        long rate = rowCount * 1_000 / Math.max(1, spent.toMillis());
        long left = Math.max(0, rowTotal - rowCount);
        listener.progress(new ImportListener.Progress(
                begun.id(),
                rowCount,
                Math.max(rowTotal, rowCount),
                rate,
                Duration.ofSeconds(left / Math.max(1, rate))));
    }

    private ImportReport report(int withdrawn) {
        return new ImportReport(
                begun.id(),
                begun.profile(),
                begun.profileVersion(),
                begun.asOf(),
                begun.correctedRowsOnly(),
                begun.officer(),
                begun.started(),
                clock.instant(),
                ImportReport.State.DONE,
                null,
                rowCount,
                draftCount,
                unchangedCount,
                countByOutcome.getOrDefault(Finding.Outcome.REJECTED, 0L),
                countByOutcome.getOrDefault(Finding.Outcome.ORPHAN, 0L),
                countByOutcome.getOrDefault(Finding.Outcome.NOTED, 0L),
                withdrawn,
                draftCount);
    }

    private static long lineCount(Path file) {
        byte[] buffer = new byte[Limits.READ_BUFFER_BYTES];
        long lineCount = 0;
        try (InputStream stream = Files.newInputStream(file)) {
            for (int length = stream.read(buffer); length >= 0; length = stream.read(buffer)) {
                for (int i = 0; i < length; i++) {
                    lineCount += buffer[i] == '\n' ? 1 : 0;
                }
            }
            return lineCount;
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private static EntenteException unreadable(IOException cause) {
        return new EntenteException(
                HoldCode.HOLD_FILE_UNREADABLE, cause, cause.getClass().getSimpleName());
    }
}
