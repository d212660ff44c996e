package org.entente.console;

import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.hold.HoldCode;
import org.entente.hold.Holdings;
import org.entente.hold.ImportKind;
import org.entente.hold.ImportListener;
import org.entente.hold.ImportReport;
import org.entente.hold.Uploads;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Loading lists and casework, and what came of it. An import goes on when the page is left.
@Controller
final class ImportsPages {
    private static final String CORRECTED = "corrected";
    private static final String DELISTING = "delisting";

    private final Holdings holdings;
    private final Uploads uploads;
    private final Office office;

    ImportsPages(Holdings holdings, Uploads uploads, Office office) {
        this.holdings = holdings;
        this.uploads = uploads;
        this.office = office;
    }

    @GetMapping("/imports")
    View all(Frame frame) {
        Lexicon lexicon = office.lexicon(frame);
        Words words = frame.words();
        List<ImportsPage.Row> rows = holdings.imports(frame.officer()).stream()
                .map(report -> new ImportsPage.Row(
                        "/imports/" + report.id(),
                        words.of(ImportKind.ofProfile(report.profile()).name()),
                        lexicon.day(report.asOf()),
                        state(words, report.state()),
                        String.valueOf(report.takenCount()),
                        String.valueOf(report.rejectedCount()),
                        lexicon.moment(report.started()),
                        report.officer().value()))
                .toList();
        List<Link> kinds = ImportKind.all().stream()
                .map(kind -> new Link("/imports/new/" + kind.profile(), words.of(kind.name()), Link.Tone.PLAIN))
                .toList();
        return office.pages().show("imports", frame, new ImportsPage(rows, kinds));
    }

    @GetMapping("/imports/new/{profile}")
    View write(Frame frame, @PathVariable String profile) {
        // Asked before anything is said about what can be loaded.
        holdings.imports(frame.officer());
        return form(frame, kind(profile), Form.EMPTY);
    }

    @PostMapping(path = "/imports/new/{profile}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    View begin(Frame frame, @PathVariable String profile, Form form, MultipartHttpServletRequest request) {
        ImportKind kind = kind(profile);
        FormReader reader = new FormReader(frame.words(), form);
        LocalDate asOf = kind.isList() || !form.value("asOf").isEmpty()
                ? reader.value("asOf", LocalDate::parse).orElse(null)
                : null;
        Map<String, Uploads.Part> parts = new LinkedHashMap<>();
        Map<String, LocalDate> dates = new LinkedHashMap<>();
        for (String part : kind.parts()) {
            MultipartFile file = request.getFile(field(part));
            if (file != null && !file.isEmpty()) {
                parts.put(part, file::transferTo);
                if (!form.value(date(part)).isEmpty()) {
                    reader.value(date(part), LocalDate::parse).ifPresent(day -> dates.put(part, day));
                }
            }
        }
        if (parts.isEmpty()) {
            reader.wrong(field(kind.parts().getFirst()), "error.needed");
        }
        if (reader.isBroken()) {
            return form(frame.at("/imports/new/" + profile), kind, reader.form());
        }
        return order(frame, form, kind, asOf, dates, parts);
    }

    private View order(
            Frame frame,
            Form form,
            ImportKind kind,
            @Nullable LocalDate asOf,
            Map<String, LocalDate> dates,
            Map<String, Uploads.Part> parts) {
        try {
            UUID id = uploads.begin(
                    frame.officer(),
                    new Uploads.Order(
                            kind.profile(), asOf, dates, form.has("how", CORRECTED), form.has("how", DELISTING)),
                    parts);
            return new RedirectView("/imports/" + id);
        } catch (EntenteException e) {
            boolean ofDate = e.code() == HoldCode.HOLD_DATE_AHEAD || e.code() == HoldCode.HOLD_EDITION_OLDER;
            if (!ofDate && e.code() != HoldCode.HOLD_PART_MISSING && e.code() != HoldCode.HOLD_IMPORT_RUNNING) {
                throw e;
            }
            String text = frame.words().of(Texts.what(e)) + " " + frame.words().of(Texts.hint(e));
            Form refused = form.with(ofDate ? "asOf" : field(kind.parts().getFirst()), text);
            return form(frame.at("/imports/new/" + kind.profile()), kind, refused);
        }
    }

    @GetMapping("/imports/{id}")
    View one(Frame frame, @PathVariable String id) {
        ImportReport report = holdings.importReport(frame.officer(), parse(id));
        return office.pages().show("import", frame, page(frame, report));
    }

    /// Each taking away is in our log.
    @GetMapping("/imports/{id}/report.csv")
    ResponseEntity<String> report(Frame frame, @PathVariable String id) throws IOException {
        StringWriter out = new StringWriter();
        holdings.importReportCsv(frame.officer(), parse(id), out);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("import-" + id + ".csv")
                                .build()
                                .toString())
                .body(out.toString());
    }

    private ImportPage page(Frame frame, ImportReport report) {
        Lexicon lexicon = office.lexicon(frame);
        Words words = frame.words();
        ImportKind kind = ImportKind.ofProfile(report.profile());
        List<Link> again = report.state() == ImportReport.State.DONE || report.state() == ImportReport.State.RUNNING
                ? List.of()
                : List.of(new Link("/imports/new/" + kind.profile(), words.of("import.again"), Link.Tone.FIRST));
        List<ConfirmPage.Row> facts = new ArrayList<>();
        facts.add(new ConfirmPage.Row(words.of("import.publisher"), words.of(kind.publisher())));
        facts.add(new ConfirmPage.Row(words.of("import.list-date"), lexicon.day(report.asOf())));
        report.partDates()
                .forEach((part, day) -> facts.add(new ConfirmPage.Row(
                        words.of("import.list-date") + ": " + words.of("part." + part), lexicon.day(day))));
        facts.add(new ConfirmPage.Row(words.of("import.begun"), lexicon.moment(report.started())));
        facts.add(new ConfirmPage.Row(words.of("import.by"), report.officer().value()));
        return new ImportPage(
                words.of(kind.name()),
                state(words, report.state()),
                words.of(report.explained()),
                running(frame, report),
                facts,
                counts(words, report),
                "/imports/" + report.id() + "/report.csv",
                again);
    }

    private ImportPage.@Nullable Running running(Frame frame, ImportReport report) {
        if (report.state() != ImportReport.State.RUNNING) {
            return null;
        }
        Optional<ImportListener.Progress> word = uploads.progress(frame.officer(), report.id());
        return word.map(last -> new ImportPage.Running(
                        last.rowDone(),
                        Math.max(1, last.rowTotal()),
                        frame.words()
                                .of(
                                        "import.progress",
                                        last.rowDone(),
                                        last.rowTotal(),
                                        last.ratePerSecond(),
                                        last.left().toSeconds())))
                .orElse(null);
    }

    private static List<ConfirmPage.Row> counts(Words words, ImportReport report) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("read", report.rowCount());
        counts.put("taken", report.takenCount());
        counts.put("unchanged", report.unchangedCount());
        counts.put("rejected", report.rejectedCount());
        counts.put("orphan", report.orphanCount());
        counts.put("noted", report.notedCount());
        counts.put("withdrawn", report.withdrawnCount());
        counts.put("joined", report.joinedCount());
        counts.put("review", report.reviewCount());
        counts.put("oversized", report.oversizedCount());
        List<ConfirmPage.Row> rows = new ArrayList<>();
        counts.forEach((name, count) ->
                rows.add(new ConfirmPage.Row(words.of("import.count." + name), String.valueOf(count))));
        return rows;
    }

    private View form(Frame frame, ImportKind kind, Form form) {
        Words words = frame.words();
        List<LoadPage.Part> parts = new ArrayList<>();
        for (String part : kind.parts()) {
            boolean first = parts.isEmpty();
            parts.add(new LoadPage.Part(
                    field(part),
                    words.of("part." + part),
                    words.of(first ? "part.needed" : "part.optional"),
                    first ? "" : date(part)));
        }
        List<Choice> choices = kind.isList()
                ? List.of(
                        new Choice(CORRECTED, words.of("import.corrected"), words.of("import.corrected.hint")),
                        new Choice(DELISTING, words.of("import.delisting"), words.of("import.delisting.hint")))
                : List.of();
        LoadPage page = new LoadPage(
                kind.profile(), words.of(kind.name()), words.of(kind.publisher()), parts, kind.isList(), form, choices);
        return office.pages().show("load", frame, page);
    }

    private static ImportKind kind(String profile) {
        return ImportKind.all().stream()
                .filter(one -> one.profile().equals(profile))
                .findFirst()
                .orElseThrow(() -> new EntenteException(ConsoleCode.CONSOLE_PAGE_UNKNOWN));
    }

    private static String field(String part) {
        return "part-" + part;
    }

    private static String date(String part) {
        return "asOf-" + part;
    }

    private static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new EntenteException(ConsoleCode.CONSOLE_PAGE_UNKNOWN, e);
        }
    }

    private static Mark state(Words words, ImportReport.State state) {
        Mark.Tone tone = switch (state) {
            case RUNNING -> Mark.Tone.SOON;
            case INTERRUPTED, FAILED -> Mark.Tone.REFUSED;
            case DONE -> Mark.Tone.PROVEN;
        };
        return new Mark(words.of("import.state." + state.name().toLowerCase(Locale.ROOT)), tone);
    }
}
