package org.entente.hold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.entente.access.Access;
import org.entente.hold.ImportListener.Progress;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Marking;
import org.entente.kernel.Officer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files on their way in through a door. Each is kept on disk until its import has ended; the import runs on a thread
/// of
/// its own. What a killed node left is swept at the next start; the same files brought again go on where the import
/// stood. Thread-safe.
public final class Uploads {
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final String FOLDER = "import-";
    /// Parts of forms, as the web server calls them.
    private static final String PARTS = "upload_*.tmp";

    private final Holdings holdings;
    private final Access access;
    private final Path folder;
    /// The last word of each import of this process.
    private final Map<UUID, Progress> lastWords = new ConcurrentHashMap<>();

    public Uploads(Holdings holdings, Access access, Path folder) {
        this.holdings = holdings;
        this.access = access;
        this.folder = folder;
        sweep(folder);
    }

    /// One file as a door received it.
    public interface Part {
        /// Writes it to a file that does not exist yet.
        void writeTo(Path file) throws IOException;
    }

    /// What is ordered, by [ImportOrder]'s words; the files come beside it.
    public record Order(
            String profile,
            @Nullable LocalDate asOf,
            Map<String, LocalDate> partDates,
            boolean correctedRowsOnly,
            boolean confirmDelisting) {
        public Order {
            partDates = Map.copyOf(partDates);
        }
    }

    /// Takes the parts and begins; returns when the import stands in the tables.
    ///
    /// @throws EntenteException as [Holdings#importFiles] before it begins; HOLD_UPLOAD_FAILED if the parts
    ///     cannot be kept; what goes wrong later stands in the import's report
    public UUID begin(Officer officer, Order order, Map<String, Part> parts) {
        access.require(officer, HoldAction.IMPORT, Marking.UNMARKED);
        Map<String, Path> files = new LinkedHashMap<>();
        Path own;
        try {
            own = Files.createTempDirectory(folder, FOLDER);
            for (Map.Entry<String, Part> part : parts.entrySet()) {
                Path file = own.resolve(files.size() + ".part");
                part.getValue().writeTo(file);
                files.put(part.getKey(), file);
            }
        } catch (IOException e) {
            throw new EntenteException(HoldCode.HOLD_UPLOAD_FAILED, e);
        }
        ImportOrder whole = new ImportOrder(
                order.profile(),
                files,
                order.asOf(),
                order.partDates(),
                order.correctedRowsOnly(),
                order.confirmDelisting());
        CompletableFuture<UUID> started = new CompletableFuture<>();
        Thread.ofVirtual().name("import-" + order.profile()).start(() -> run(officer, whole, own, started));
        return await(started);
    }

    /// How far an import of this process has come; empty for one of an earlier process.
    public Optional<Progress> progress(Officer officer, UUID importId) {
        access.require(officer, HoldAction.IMPORT, Marking.UNMARKED);
        return Optional.ofNullable(lastWords.get(importId));
    }

    private void run(Officer officer, ImportOrder order, Path own, CompletableFuture<UUID> started) {
        try {
            ImportReport report = holdings.importFiles(officer, order, word -> {
                lastWords.put(word.importId(), word);
                started.complete(word.importId());
            });
            started.complete(report.id());
        } catch (RuntimeException failed) {
            // Before the import stands in the tables it is the caller's; afterwards the report has it.
            started.completeExceptionally(failed);
        } finally {
            delete(own);
        }
    }

    private static UUID await(CompletableFuture<UUID> started) {
        try {
            return started.get(Limits.IMPORT_START.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EntenteException ours) {
                throw ours;
            }
            throw new EntenteException(HoldCode.HOLD_UPLOAD_FAILED, e);
        } catch (TimeoutException e) {
            throw new EntenteException(HoldCode.HOLD_UPLOAD_FAILED, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EntenteException(HoldCode.HOLD_UPLOAD_FAILED, e);
        }
    }

    private static void sweep(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var left = Files.newDirectoryStream(folder, FOLDER + "*");
                var parts = Files.newDirectoryStream(folder, PARTS)) {
            left.forEach(Uploads::delete);
            parts.forEach(Uploads::deleteFile);
        } catch (IOException e) {
            LOG.warn("uploads left behind could not be deleted", e);
        }
    }

    private static void deleteFile(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("a part of a form could not be deleted", e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            LOG.warn("an upload could not be deleted", e);
        }
    }
}
