package org.entente.api;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.entente.hold.Holdings;
import org.entente.hold.ImportListener.Progress;
import org.entente.hold.ImportOrder;
import org.entente.hold.ImportReport;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/// Loading records. An upload is kept on disk until its import has ended; the import runs on a thread of its own and
/// goes on where it stood when it is ordered again.
@RestController
public class ImportsApi {
    /// How an import stands. Rates and times are of the last chunk.
    public record ImportView(
            String id,
            String profile,
            int profileVersion,
            String asOf,
            String state,
            @Nullable String failure,
            long rowsRead,
            long rowsTaken,
            long rowsUnchanged,
            long rowsRejected,
            long orphans,
            long done,
            long total,
            long ratePerSecond,
            long secondsLeft) {}

    private static final Logger LOG = LoggerFactory.getLogger(ImportsApi.class);
    private static final long FIRST_WORD_SECONDS = 60;

    private final Holdings holdings;
    private final Path uploads;
    private final Clock clock;
    /// The last word of each import of this process, by id.
    private final Map<UUID, Progress> progress = new ConcurrentHashMap<>();

    public ImportsApi(Holdings holdings, Path uploads, Clock clock) {
        this.holdings = holdings;
        this.uploads = uploads;
        this.clock = clock;
    }

    /// @param asOf the date of the list; every value shows it
    @PostMapping(path = "/v1/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportView begin(
            @AuthenticationPrincipal Officer officer,
            @RequestParam String profile,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "false") boolean correctedRowsOnly,
            MultipartHttpServletRequest request)
            throws IOException {
        Path folder = Files.createTempDirectory(uploads, "import-");
        Map<String, Path> parts = new LinkedHashMap<>();
        for (Map.Entry<String, MultipartFile> part : request.getFileMap().entrySet()) {
            Path file = folder.resolve(parts.size() + ".part");
            part.getValue().transferTo(file);
            parts.put(part.getKey(), file);
        }
        LocalDate date = asOf == null ? clock.instant().atZone(ZoneOffset.UTC).toLocalDate() : asOf;
        CompletableFuture<UUID> started = new CompletableFuture<>();
        Thread.ofVirtual()
                .name("import-" + profile)
                .start(() -> run(officer, new ImportOrder(profile, parts, date, correctedRowsOnly), folder, started));
        return one(officer, await(started).toString());
    }

    @GetMapping("/v1/imports")
    Items<ImportView> all(@AuthenticationPrincipal Officer officer) {
        return new Items<>(holdings.imports(officer).stream().map(this::view).toList());
    }

    @GetMapping("/v1/imports/{id}")
    ImportView one(@AuthenticationPrincipal Officer officer, @PathVariable String id) {
        return view(holdings.importReport(officer, parse(id)));
    }

    @GetMapping(path = "/v1/imports/{id}/report.csv", produces = "text/csv;charset=UTF-8")
    String report(@AuthenticationPrincipal Officer officer, @PathVariable String id) throws IOException {
        StringWriter out = new StringWriter();
        holdings.importReportCsv(officer, parse(id), out);
        return out.toString();
    }

    private void run(Officer officer, ImportOrder order, Path folder, CompletableFuture<UUID> started) {
        try {
            ImportReport report = holdings.importFiles(officer, order, word -> {
                progress.put(word.importId(), word);
                started.complete(word.importId());
            });
            started.complete(report.id());
        } catch (EntenteException failed) {
            started.completeExceptionally(failed);
        } finally {
            delete(folder);
        }
    }

    private static UUID await(CompletableFuture<UUID> started) {
        try {
            return started.get(FIRST_WORD_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EntenteException ours) {
                throw ours;
            }
            throw new EntenteException(ApiCode.API_UPLOAD, e);
        } catch (TimeoutException e) {
            throw new EntenteException(ApiCode.API_UPLOAD, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EntenteException(ApiCode.API_UPLOAD, e);
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

    private static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new EntenteException(ApiCode.API_IMPORT_UNKNOWN, e);
        }
    }

    private ImportView view(ImportReport report) {
        Progress last = progress.get(report.id());
        return new ImportView(
                report.id().toString(),
                report.profile(),
                report.profileVersion(),
                report.asOf().toString(),
                Items.word(report.state()),
                report.failure(),
                report.rowCount(),
                report.takenCount(),
                report.unchangedCount(),
                report.rejectedCount(),
                report.orphanCount(),
                last == null ? report.rowCount() : last.rowDone(),
                last == null ? report.rowCount() : last.rowTotal(),
                last == null ? 0 : last.ratePerSecond(),
                last == null ? 0 : last.left().toSeconds());
    }
}
