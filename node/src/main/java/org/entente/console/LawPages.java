package org.entente.console;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.agreement.Agreement;
import org.entente.agreement.Comparison;
import org.entente.agreement.Coverage;
import org.entente.agreement.Institution;
import org.entente.agreement.Instrument;
import org.entente.ask.Prospect;
import org.entente.ask.Prospects;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.law.Enactment;
import org.entente.law.LawAction;
import org.entente.law.LawVersion;
import org.entente.law.VersionState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The law in versions: what is in force, what is proposed, what it would change, and the two officers'
/// approval.
@Controller
final class LawPages {
    private static final String PATH = "/about/law/";
    private static final int REASON_LENGTH_MAX = 2_000;

    private final Enactment enactment;
    private final Prospects prospects;
    private final Office office;

    LawPages(Enactment enactment, Prospects prospects, Office office) {
        this.enactment = enactment;
        this.prospects = prospects;
        this.office = office;
    }

    @GetMapping("/about/law")
    View list(Frame frame) {
        Lexicon lexicon = office.lexicon(frame);
        List<LawPage.Row> rows = enactment
                .versions(frame.officer(), lexicon.agreement().id())
                .stream()
                .map(row -> new LawPage.Row(
                        PATH + row.pack().hex(),
                        row.version(),
                        day(lexicon, row),
                        by(lexicon.words(), row),
                        state(lexicon, row),
                        row.reason()))
                .toList();
        return office.pages().show("law", frame, new LawPage(rows));
    }

    /// Versions on which this officer has not yet said yes or no.
    List<Line> waiting(Lexicon lexicon, Officer officer) {
        if (!decides(lexicon, officer)) {
            return List.of();
        }
        Words words = lexicon.words();
        return enactment.versions(officer, lexicon.agreement().id()).stream()
                .filter(row ->
                        row.state() == VersionState.PROPOSED && !row.officers().contains(officer.id()))
                .map(row -> new Line(
                        PATH + row.pack().hex(),
                        row.version(),
                        words.of("law.title"),
                        Clocks.until(lexicon, row.signedBefore()),
                        by(words, row),
                        List.of(state(lexicon, row)),
                        words.of("law.approve.title")))
                .toList();
    }

    private boolean decides(Lexicon lexicon, Officer officer) {
        return office.offers(officer, LawAction.DECIDE)
                && lexicon.agreement()
                        .institution(officer.institution())
                        .map(Institution::central)
                        .orElse(false);
    }

    /// The look at the reader's own requests is in the log.
    @GetMapping("/about/law/{pack}")
    View one(Frame frame, @PathVariable String pack) {
        Lexicon lexicon = office.lexicon(frame);
        Words words = lexicon.words();
        AgreementId id = lexicon.agreement().id();
        LawVersion row = version(frame, pack);
        Agreement draft = enactment.agreement(frame.officer(), id, row.pack());
        boolean waits = row.state() == VersionState.PROPOSED;
        List<ConfirmPage.Row> facts = new ArrayList<>(rows(lexicon, row));
        if (!row.reason().isEmpty()) {
            facts.add(new ConfirmPage.Row(words.of("field.reason"), row.reason()));
        }
        List<Prospect> open =
                row.pack().equals(lexicon.agreement().packHash()) ? List.of() : prospects.under(frame.officer(), draft);
        return office.pages()
                .show(
                        "lawVersion",
                        frame,
                        new LawPage.One(
                                words.of("law.version", row.version()),
                                state(lexicon, row),
                                facts,
                                words.of("law.state." + row.state().word()),
                                Comparison.of(lexicon.agreement(), draft).lines().stream()
                                        .map(line -> new LawPage.Change(
                                                words.of(line.kind().text()),
                                                line.key(),
                                                words.of(line.change().text())))
                                        .toList(),
                                open.stream()
                                        .map(each -> prospect(lexicon, each))
                                        .toList(),
                                waits && decides(lexicon, frame.officer()),
                                PATH + row.pack().hex()));
    }

    /// The first press names the effect; the second, with `signed`, approves.
    @PostMapping("/about/law/{pack}/approval")
    View approve(Frame frame, Form form, @PathVariable String pack) {
        Lexicon lexicon = office.lexicon(frame);
        Words words = lexicon.words();
        LawVersion row = version(frame, pack);
        if (!form.has("signed", "yes")) {
            return office.pages()
                    .show(
                            "confirm",
                            frame,
                            new ConfirmPage(
                                    words.of("law.approve.title"),
                                    words.of("law.version", row.version()),
                                    rows(lexicon, row),
                                    words.of(row.first() == null ? "law.approve.first" : "law.approve.second"),
                                    List.of(),
                                    null,
                                    PATH + row.pack().hex() + "/approval",
                                    Map.of("signed", List.of("yes")),
                                    words.of("law.approve.do"),
                                    false,
                                    PATH + row.pack().hex()));
        }
        LawVersion next = enactment.approve(frame.officer(), lexicon.agreement().id(), row.pack());
        String what = next.state() == VersionState.PROPOSED ? "law-approved" : "law-signed";
        return new RedirectView(PATH + row.pack().hex() + "?done=" + what);
    }

    @GetMapping("/about/law/{pack}/refusal")
    View readRefusal(Frame frame, @PathVariable String pack) {
        return office.pages().show("reason", frame, refusal(frame, version(frame, pack), Form.EMPTY));
    }

    @PostMapping("/about/law/{pack}/refusal")
    View decline(Frame frame, Form form, @PathVariable String pack) {
        FormReader reader = new FormReader(frame.words(), form);
        String reason = reader.text("reason");
        LawVersion row = version(frame, pack);
        if (reader.isBroken()) {
            return office.pages().show("reason", frame, refusal(frame, row, reader.form()));
        }
        AgreementId id = office.lexicon(frame).agreement().id();
        enactment.decline(frame.officer(), id, row.pack(), reason);
        return new RedirectView(PATH + row.pack().hex() + "?done=law-declined");
    }

    @GetMapping("/about/coverage")
    View coverage(Frame frame) {
        Lexicon lexicon = office.lexicon(frame);
        Words words = lexicon.words();
        Agreement agreement = lexicon.agreement();
        Coverage coverage = Coverage.of(agreement.text());
        List<LawPage.Instrument> instruments = agreement.text().instruments().stream()
                .map(instrument -> new LawPage.Instrument(
                        words.of(instrument.title()) + " (" + instrument.key() + ")",
                        provisions(words, agreement, coverage, instrument)))
                .toList();
        String state = words.of(
                "coverage.state", coverage.usedCount(), coverage.lines().size());
        return office.pages().show("coverage", frame, new LawPage.Covered(state, instruments));
    }

    private static List<LawPage.Provision> provisions(
            Words words, Agreement agreement, Coverage coverage, Instrument instrument) {
        return coverage.lines().stream()
                .filter(line -> line.provision().instrument().equals(instrument.key()))
                .map(line -> new LawPage.Provision(
                        line.provision().article(),
                        agreement
                                .article(line.provision())
                                .map(article -> words.of(article.paraphrase()))
                                .orElse(""),
                        line.checked(),
                        uses(words, line)))
                .toList();
    }

    private static String uses(Words words, Coverage.Line line) {
        return Stream.of(
                        use(words, "coverage.rules", line.rules()),
                        use(words, "coverage.grounds", line.grounds()),
                        use(words, "coverage.clocks", line.clocks()),
                        use(words, "coverage.bases", line.bases()),
                        use(words, "coverage.forms", line.forms()),
                        use(words, "coverage.terms", line.terms()))
                .filter(use -> !use.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String use(Words words, String key, List<String> used) {
        return used.isEmpty() ? "" : words.of(key) + ": " + String.join(", ", used);
    }

    private ReasonPage refusal(Frame frame, LawVersion row, Form form) {
        Words words = frame.words();
        return new ReasonPage(
                words.of("law.decline.title"),
                words.of("law.version", row.version()),
                words.of(row.own() ? "law.decline.own" : "law.decline.theirs"),
                form,
                List.of(new ReasonPage.Field.Text(
                        "reason", words.of("field.reason"), "", REASON_LENGTH_MAX, words.tag())),
                List.of(),
                PATH + row.pack().hex() + "/refusal",
                words.of("law.decline.do"),
                true,
                PATH + row.pack().hex(),
                "law-refusal-" + row.version());
    }

    private LawVersion version(Frame frame, String pack) {
        Bytes hash = pack.matches("([0-9a-f]{2}){1,32}") ? Bytes.fromHex(pack) : Bytes.of(new byte[1]);
        return enactment.version(
                frame.officer(), office.lexicon(frame).agreement().id(), hash);
    }

    private static List<ConfirmPage.Row> rows(Lexicon lexicon, LawVersion row) {
        Words words = lexicon.words();
        String officers = row.officers().stream().map(OfficerId::value).collect(Collectors.joining(", "));
        return List.of(
                new ConfirmPage.Row(words.of("about.version"), row.version()),
                new ConfirmPage.Row(words.of("about.pack"), row.pack().hex()),
                new ConfirmPage.Row(words.of("law.day"), day(lexicon, row)),
                new ConfirmPage.Row(words.of("law.by"), by(words, row)),
                new ConfirmPage.Row(words.of("law.officers"), officers.isEmpty() ? "–" : officers));
    }

    /// What the parties began with nobody proposed.
    private static String by(Words words, LawVersion row) {
        return row.state() == VersionState.FIRST ? "–" : words.of(row.own() ? "law.by-us" : "law.by-them");
    }

    private static String day(Lexicon lexicon, LawVersion row) {
        return row.day() == null ? "–" : lexicon.day(row.day());
    }

    private static Mark state(Lexicon lexicon, LawVersion row) {
        boolean current = row.pack().equals(lexicon.agreement().packHash());
        Mark.Tone tone = switch (row.state()) {
            case FIRST, IN_FORCE, AGREED -> current ? Mark.Tone.PROVEN : Mark.Tone.QUIET;
            case PROPOSED, SIGNED -> Mark.Tone.SOON;
            case DECLINED, LAPSED, NOT_TAKEN -> Mark.Tone.QUIET;
        };
        Words words = lexicon.words();
        return new Mark(current ? words.of("law.current") : words.of(row.state().text()), tone);
    }

    private static LawPage.Prospect prospect(Lexicon today, Prospect one) {
        Words words = today.words();
        return new LawPage.Prospect(
                "/requests/" + one.number(),
                one.number().value(),
                today.agreement().requests().stream()
                        .filter(measure -> measure.key().equals(one.type().measure()))
                        .map(measure -> words.of(measure.title()))
                        .findFirst()
                        .orElse(one.type().measure()),
                ruling(words, one.now(), one.firedNow()),
                ruling(words, one.then(), one.firedThen()),
                java.util.Objects.equals(one.dueNow(), one.dueThen())
                        ? ""
                        : due(today, one.dueNow()) + " → " + due(today, one.dueThen()));
    }

    private static String ruling(Words words, String word, List<String> fired) {
        String said = Prospect.NOT_ASKED.equals(word) ? words.of("law.not-asked") : words.of("law.ruling." + word);
        return fired.isEmpty() ? said : said + " (" + String.join(", ", fired) + ")";
    }

    private static String due(Lexicon lexicon, @Nullable Instant due) {
        return due == null ? "–" : lexicon.day(due.atZone(ZoneOffset.UTC).toLocalDate());
    }
}
