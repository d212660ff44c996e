package org.entente.api;

import java.io.IOException;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.entente.hold.Holdings;
import org.entente.hold.ImportListener.Progress;
import org.entente.hold.ImportReport;
import org.entente.hold.Uploads;
import org.entente.kernel.Bilingual;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/// Loading records. An upload is kept on disk until its import has ended; the import runs on a thread of its own and
/// goes on where it stood when it is ordered again.
@RestController
public class ImportsApi {
    /// How an import stands. Rows are read, taken (some of them unchanged), rejected or orphans; `withdrawn` counts
    /// subjects that left the list, `awaiting` those that would if it is confirmed, `noted` lines of the report.
    /// `explained` says the state in words, with what to do. Rates and times are of the last chunk.
    public record ImportView(
            String id,
            String profile,
            int profileVersion,
            String asOf,
            Map<String, LocalDate> partDates,
            boolean correctedRowsOnly,
            String state,
            @Nullable String failure,
            Bilingual explained,
            long rowsRead,
            long rowsTaken,
            long rowsUnchanged,
            long rowsRejected,
            long orphans,
            long noted,
            long withdrawn,
            long awaiting,
            long joined,
            long review,
            long oversized,
            long done,
            long total,
            long ratePerSecond,
            long secondsLeft) {}

    private static final String DATE_OF_PART = "asOf.";

    private final Holdings holdings;
    private final Uploads uploads;

    public ImportsApi(Holdings holdings, Uploads uploads) {
        this.holdings = holdings;
        this.uploads = uploads;
    }

    /// The date of a part that is of another day than the list is `asOf.<part>`.
    ///
    /// @param asOf the date of the list, required for a published one; every value shows it
    /// @param correctedRowsOnly the files hold some rows only: what is absent has not left the list
    /// @param confirmDelisting a large share of the list leaving it is meant
    @PostMapping(path = "/v1/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportView begin(
            @AuthenticationPrincipal Officer officer,
            @RequestParam String profile,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "false") boolean correctedRowsOnly,
            @RequestParam(defaultValue = "false") boolean confirmDelisting,
            MultipartHttpServletRequest request) {
        Map<String, Uploads.Part> parts = new LinkedHashMap<>();
        request.getFileMap().forEach((name, file) -> parts.put(name, file::transferTo));
        UUID id = uploads.begin(
                officer,
                new Uploads.Order(profile, asOf, partDates(request), correctedRowsOnly, confirmDelisting),
                parts);
        return one(officer, id.toString());
    }

    private static Map<String, LocalDate> partDates(MultipartHttpServletRequest request) {
        Map<String, LocalDate> dates = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(DATE_OF_PART)) {
                try {
                    dates.put(name.substring(DATE_OF_PART.length()), LocalDate.parse(values[0]));
                } catch (DateTimeException e) {
                    throw new EntenteException(ApiCode.API_UPLOAD, e);
                }
            }
        });
        return dates;
    }

    @GetMapping("/v1/imports")
    Items<ImportView> all(@AuthenticationPrincipal Officer officer) {
        return new Items<>(holdings.imports(officer).stream()
                .map(report -> view(officer, report))
                .toList());
    }

    @GetMapping("/v1/imports/{id}")
    ImportView one(@AuthenticationPrincipal Officer officer, @PathVariable String id) {
        return view(officer, holdings.importReport(officer, parse(id)));
    }

    @GetMapping(path = "/v1/imports/{id}/report.csv", produces = "text/csv;charset=UTF-8")
    String report(@AuthenticationPrincipal Officer officer, @PathVariable String id) throws IOException {
        StringWriter out = new StringWriter();
        holdings.importReportCsv(officer, parse(id), out);
        return out.toString();
    }

    private static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new EntenteException(ApiCode.API_IMPORT_UNKNOWN, e);
        }
    }

    private ImportView view(Officer officer, ImportReport report) {
        Progress last = uploads.progress(officer, report.id()).orElse(null);
        Progress running = report.state() == ImportReport.State.RUNNING ? last : null;
        return new ImportView(
                report.id().toString(),
                report.profile(),
                report.profileVersion(),
                report.asOf().toString(),
                report.partDates(),
                report.correctedRowsOnly(),
                Items.word(report.state()),
                report.failure(),
                report.explained(),
                report.rowCount(),
                report.takenCount(),
                report.unchangedCount(),
                report.rejectedCount(),
                report.orphanCount(),
                report.notedCount(),
                report.withdrawnCount(),
                report.awaitingCount(),
                report.joinedCount(),
                report.reviewCount(),
                report.oversizedCount(),
                running == null ? report.rowCount() : running.rowDone(),
                running == null ? report.rowCount() : running.rowTotal(),
                last == null ? rate(report) : last.ratePerSecond(),
                running == null ? 0 : running.left().toSeconds());
    }

    private static long rate(ImportReport report) {
        return report.ended() == null
                ? 0
                : report.rowCount()
                        * 1_000
                        / Math.max(
                                1,
                                Duration.between(report.started(), report.ended())
                                        .toMillis());
    }
}
