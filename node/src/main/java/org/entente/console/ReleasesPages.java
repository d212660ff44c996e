package org.entente.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.kernel.Bytes;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.kernel.Purpose;
import org.entente.kernel.UseTerms;
import org.entente.release.Challenges;
import org.entente.release.Opening;
import org.entente.release.ReceivedRelease;
import org.entente.release.ReleaseAction;
import org.entente.release.ReleaseId;
import org.entente.release.ReleasedStatement;
import org.entente.release.Releases;
import org.entente.release.SentRelease;
import org.entente.release.SentState;
import org.entente.release.Terms;
import org.entente.release.Use;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Releases given and received: terms, acknowledgement, opening, recall.
@Controller
final class ReleasesPages {
    private static final int REASON_LENGTH_MAX = 1_000;
    /// Enough of an id to tell one from another on a screen; the page gives the whole.
    static final int SHORT_ID_LENGTH = 8;

    private final Releases releases;
    private final ChallengeViews challenges;
    private final Office office;

    ReleasesPages(Releases releases, Challenges challenges, Office office) {
        this.releases = releases;
        this.challenges = new ChallengeViews(releases, challenges, office);
        this.office = office;
    }

    @GetMapping("/releases")
    View list(Frame frame, @RequestParam(defaultValue = "in") String box) {
        Lexicon lexicon = office.lexicon(frame);
        Words words = frame.words();
        boolean in = !box.equals("out");
        List<Line> lines = in ? receivedLines(lexicon, frame.officer()) : sentLines(lexicon, frame.officer());
        return office.pages()
                .show(
                        "list",
                        frame,
                        new ListPage(
                                words.of("place.releases"),
                                words.of(in ? "releases.state.in" : "releases.state.out"),
                                tabs(words, in ? "in" : "out"),
                                List.of(),
                                words.of(in ? "column.from" : "column.to"),
                                lines,
                                words.of("releases.empty"),
                                words.of(in ? "releases.empty.in" : "releases.empty.out")));
    }

    @GetMapping("/releases/{id}")
    View show(Frame frame, @PathVariable String id) {
        Lexicon lexicon = office.lexicon(frame);
        Officer officer = frame.officer();
        ReleaseId release = new ReleaseId(id);
        return received(officer, release)
                .map(one -> office.pages().show("release", frame, receivedPage(lexicon, officer, one, null)))
                .orElseGet(() -> office.pages()
                        .show("release", frame, sentPage(lexicon, officer, releases.sent(officer, release))));
    }

    @GetMapping("/releases/{id}/acknowledgement")
    View readTerms(Frame frame, @PathVariable String id) {
        Lexicon lexicon = office.lexicon(frame);
        Words words = frame.words();
        ReceivedRelease release = releases.received(frame.officer(), new ReleaseId(id));
        return office.pages()
                .show(
                        "confirm",
                        frame,
                        new ConfirmPage(
                                words.of("acknowledge.title"),
                                words.of("place.releases"),
                                terms(lexicon, release.terms()),
                                words.of(
                                        "acknowledge.warning",
                                        lexicon.institution(release.terms().from())),
                                List.of(),
                                null,
                                "/releases/" + id + "/acknowledgement",
                                Map.of("terms", List.of(release.termsHash().hex())),
                                words.of("acknowledge.do"),
                                false,
                                "/releases/" + id));
    }

    @PostMapping("/releases/{id}/acknowledgement")
    View acknowledge(Frame frame, @PathVariable String id, @RequestParam String terms) {
        releases.acknowledge(frame.officer(), new ReleaseId(id), Bytes.fromHex(terms));
        return new RedirectView("/releases/" + id + "?done=acknowledged");
    }

    @GetMapping("/releases/{id}/opening")
    View askUse(Frame frame, @PathVariable String id) {
        ReceivedRelease release = releases.received(frame.officer(), new ReleaseId(id));
        Form form = Form.of(
                Map.of("purpose", List.of(release.terms().use().purpose().code())));
        return office.pages().show("reason", frame, useForm(frame, id, form));
    }

    @PostMapping("/releases/{id}/opening")
    View open(Frame frame, Form form, @PathVariable String id) {
        FormReader reader = new FormReader(frame.words(), form);
        Optional<Purpose> purpose = reader.value("purpose", Purpose::new);
        Optional<CaseNumber> caseNumber = reader.value("case", CaseNumber::new);
        if (reader.isBroken()) {
            return office.pages().show("reason", frame, useForm(frame, id, reader.form()));
        }
        Officer officer = frame.officer();
        ReleaseId release = new ReleaseId(id);
        Use use = new Use(purpose.orElseThrow(), caseNumber.orElseThrow(), form.has("for", "accused"));
        Opening opening = releases.open(officer, release, use);
        ReceivedRelease now = releases.received(officer, release);
        return office.pages().show("release", frame, receivedPage(office.lexicon(frame), officer, now, opening));
    }

    @GetMapping("/releases/{id}/recall")
    View askReason(Frame frame, @PathVariable String id) {
        return office.pages().show("reason", frame, recallForm(frame, id, Form.EMPTY));
    }

    @PostMapping("/releases/{id}/recall")
    View recall(Frame frame, Form form, @PathVariable String id) {
        FormReader reader = new FormReader(frame.words(), form);
        String reason = reader.text("reason");
        if (reader.isBroken()) {
            return office.pages().show("reason", frame, recallForm(frame, id, reader.form()));
        }
        releases.recall(frame.officer(), new ReleaseId(id), reason);
        return new RedirectView("/releases/" + id + "?done=recalled");
    }

    /// Received releases of which this officer may do the next step, and challenges to answer, for the inbox.
    List<Line> waiting(Lexicon lexicon, Officer officer) {
        List<Line> lines = new ArrayList<>(receivedLines(lexicon, officer).stream()
                .filter(line -> !line.next().isEmpty())
                .toList());
        lines.addAll(challenges.waiting(lexicon, officer));
        return lines;
    }

    static List<Link> tabs(Words words, String here) {
        return List.of(
                tab("/releases", words.of("box.in"), here.equals("in")),
                tab("/releases?box=out", words.of("box.out"), here.equals("out")),
                tab("/releases/challenges", words.of("challenges.title"), here.equals("challenges")));
    }

    /// By the person concerned, counsel or an authority; for both sides of a release.
    private void offerChallenge(Words words, Officer officer, List<Link> actions, ReleaseId release) {
        if (office.offers(officer, ReleaseAction.CHALLENGE)) {
            actions.add(
                    new Link("/releases/" + release.hex() + "/challenge", words.of("next.challenge"), Link.Tone.PLAIN));
        }
    }

    private List<Line> challenges(Lexicon lexicon, Officer officer, ReleaseId release) {
        return challenges.lines(lexicon, officer, challenges.challenges().of(officer, release));
    }

    private ReasonPage useForm(Frame frame, String id, Form form) {
        Words words = frame.words();
        return new ReasonPage(
                words.of("open.title"),
                words.of("place.releases"),
                words.of("open.state"),
                form,
                List.of(
                        new ReasonPage.Field.One(
                                "purpose",
                                words.of("field.purpose"),
                                words.of("open.purpose.hint"),
                                office.lexicon(frame).purposes()),
                        new ReasonPage.Field.Line("case", words.of("field.case"), words.of("open.case.hint"), 20),
                        new ReasonPage.Field.Several(
                                "for",
                                words.of("field.for"),
                                words.of("field.for.hint"),
                                List.of(new Choice("accused", words.of("open.accused"))))),
                List.of(),
                "/releases/" + id + "/opening",
                words.of("open.do"),
                false,
                "/releases/" + id,
                "open-" + id);
    }

    private ReasonPage recallForm(Frame frame, String id, Form form) {
        Words words = frame.words();
        SentRelease release = releases.sent(frame.officer(), new ReleaseId(id));
        String receiver = office.lexicon(frame).institution(release.terms().to());
        return new ReasonPage(
                words.of("recall.title"),
                words.of("place.releases"),
                words.of("recall.state", receiver),
                form,
                List.of(new ReasonPage.Field.Text(
                        "reason", words.of("field.reason"), words.of("recall.hint"), REASON_LENGTH_MAX, words.tag())),
                List.of(),
                "/releases/" + id + "/recall",
                words.of("recall.do"),
                true,
                "/releases/" + id,
                "recall-" + id);
    }

    private Optional<ReceivedRelease> received(Officer officer, ReleaseId id) {
        try {
            return Optional.of(releases.received(officer, id));
        } catch (EntenteException e) {
            if (e.code().name().equals("RELEASE_UNKNOWN")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private List<Line> receivedLines(Lexicon lexicon, Officer officer) {
        return releases.received(officer).stream()
                .map(one -> new Line(
                        "/releases/" + one.id().hex(),
                        shortId(one.id()),
                        lexicon.words()
                                .of(
                                        "release.what",
                                        lexicon.purpose(one.terms().use().purpose())),
                        Clocks.until(lexicon, one.terms().use().expires()),
                        lexicon.institution(one.terms().from()),
                        List.of(state(lexicon.words(), one)),
                        next(lexicon.words(), officer, one)))
                .toList();
    }

    private List<Line> sentLines(Lexicon lexicon, Officer officer) {
        return releases.sent(officer).stream()
                .map(one -> new Line(
                        "/releases/" + one.id().hex(),
                        shortId(one.id()),
                        lexicon.words()
                                .of(
                                        "release.what",
                                        lexicon.purpose(one.terms().use().purpose())),
                        Clocks.until(lexicon, one.terms().use().expires()),
                        lexicon.institution(one.terms().to()),
                        List.of(state(lexicon.words(), releases.state(officer, one))),
                        ""))
                .toList();
    }

    private String next(Words words, Officer officer, ReceivedRelease release) {
        return switch (release.state()) {
            case ARRIVED -> office.offers(officer, ReleaseAction.ACKNOWLEDGE) ? words.of("next.acknowledge") : "";
            case ACKNOWLEDGED -> office.offers(officer, ReleaseAction.OPEN) ? words.of("next.open") : "";
            case OPENED, EXPIRED, RECALLED -> "";
        };
    }

    private ReleasePage receivedPage(
            Lexicon lexicon, Officer officer, ReceivedRelease release, @Nullable Opening opening) {
        Words words = lexicon.words();
        List<Link> actions = new ArrayList<>();
        String base = "/releases/" + release.id().hex();
        switch (release.state()) {
            case ARRIVED -> {
                if (office.offers(officer, ReleaseAction.ACKNOWLEDGE)) {
                    actions.add(
                            new Link(base + "/acknowledgement", words.of("next.acknowledge"), Link.Tone.FIRST, "y"));
                }
            }
            case ACKNOWLEDGED, OPENED -> {
                if (office.offers(officer, ReleaseAction.OPEN)) {
                    actions.add(new Link(base + "/opening", words.of("next.open"), Link.Tone.FIRST, "y"));
                }
            }
            case EXPIRED, RECALLED -> {}
        }
        if (release.destroyed() == null) {
            offerChallenge(words, officer, actions, release.id());
        }
        List<Event> history = new ArrayList<>();
        event(lexicon, history, release.arrived(), "release.event.arrived");
        event(lexicon, history, release.acknowledged(), "release.event.acknowledged");
        event(lexicon, history, release.opened(), "release.event.opened");
        event(lexicon, history, release.destroyed(), "release.event.destroyed");
        return new ReleasePage(
                shortId(release.id()),
                words.of("release.from", lexicon.institution(release.terms().from())),
                words.of("release.received." + release.state().name().toLowerCase(Locale.ROOT)),
                Clocks.until(lexicon, release.terms().use().expires()),
                List.of(state(words, release)),
                terms(lexicon, release.terms()),
                opening instanceof Opening.Opened,
                opening instanceof Opening.Opened opened ? rows(lexicon, opened) : List.of(),
                refusal(words, opening),
                actions,
                history,
                challenges(lexicon, officer, release.id()),
                receivedLines(lexicon, officer));
    }

    private ReleasePage sentPage(Lexicon lexicon, Officer officer, SentRelease release) {
        Words words = lexicon.words();
        SentState state = releases.state(officer, release);
        List<Link> actions = new ArrayList<>();
        if (release.recallOrdered() == null && release.end() == null) {
            offerChallenge(words, officer, actions, release.id());
            if (office.offers(officer, ReleaseAction.RECALL)) {
                actions.add(new Link(
                        "/releases/" + release.id().hex() + "/recall", words.of("recall.do"), Link.Tone.GRAVE));
            }
        }
        List<Event> history = new ArrayList<>();
        event(lexicon, history, release.sealed(), "release.event.sealed");
        event(lexicon, history, release.acknowledged(), "release.event.acknowledged-there");
        event(lexicon, history, release.opened(), "release.event.opened-there");
        event(lexicon, history, release.recallOrdered(), "release.event.recall");
        event(lexicon, history, release.destroyed(), "release.event.destroyed-there");
        return new ReleasePage(
                shortId(release.id()),
                words.of("release.to", lexicon.institution(release.terms().to())),
                words.of("release.sent." + word(state)),
                Clocks.until(lexicon, release.terms().use().expires()),
                List.of(state(words, state)),
                terms(lexicon, release.terms()),
                false,
                List.of(),
                "",
                actions,
                history,
                challenges(lexicon, officer, release.id()),
                sentLines(lexicon, officer));
    }

    /// Why nothing opened, or which statements are kept from use.
    private static String refusal(Words words, @Nullable Opening opening) {
        return switch (opening) {
            case null -> "";
            case Opening.Refused refused -> words.of(refused.text());
            case Opening.Opened opened ->
                opened.withheld().isEmpty()
                        ? ""
                        : words.of(
                                "release.withheld",
                                opened.withheld().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        };
    }

    private static List<ReleasePage.Row> rows(Lexicon lexicon, Opening.Opened opened) {
        List<ReleasePage.Row> rows = new ArrayList<>();
        for (int i = 0; i < opened.statements().size(); i++) {
            rows.add(row(lexicon, opened.positions().get(i), opened.statements().get(i)));
        }
        return rows;
    }

    private static ReleasePage.Row row(Lexicon lexicon, int position, ReleasedStatement statement) {
        List<Mark> marks = new ArrayList<>();
        marks.add(lexicon.status(statement.status()));
        marks.addAll(Mark.handling(lexicon.words(), statement.handling()));
        if (statement.invented()) {
            marks.add(Mark.invented(lexicon.words()));
        }
        return new ReleasePage.Row(
                position,
                HoldingsPages.property(lexicon.words(), statement.property()),
                statement.value(),
                theirSource(lexicon, statement) + " · " + statement.basis() + " · " + statement.evaluation(),
                marks);
    }

    private static String theirSource(Lexicon lexicon, ReleasedStatement statement) {
        String name = lexicon.theirSource(statement.source());
        String caution = lexicon.caution(statement.source(), statement.sourceAsOf());
        return caution.isEmpty() ? name : name + ". " + caution;
    }

    static List<ConfirmPage.Row> terms(Lexicon lexicon, Terms terms) {
        Words words = lexicon.words();
        List<ConfirmPage.Row> rows = new ArrayList<>();
        rows.add(new ConfirmPage.Row(words.of("column.from"), lexicon.institution(terms.from())));
        rows.add(new ConfirmPage.Row(words.of("column.to"), lexicon.institution(terms.to())));
        rows.add(new ConfirmPage.Row(words.of("field.basis"), terms.basis().toString()));
        rows.addAll(use(lexicon, terms.use()));
        rows.add(new ConfirmPage.Row(words.of("release.id"), terms.release().hex()));
        return rows;
    }

    static List<ConfirmPage.Row> use(Lexicon lexicon, UseTerms use) {
        Words words = lexicon.words();
        List<ConfirmPage.Row> rows = new ArrayList<>();
        rows.add(new ConfirmPage.Row(words.of("field.purpose"), lexicon.purpose(use.purpose())));
        List<String> codes = use.handling().stream()
                .sorted()
                .map(code ->
                        code.name() + ": " + words.of("handling." + code.name().toLowerCase(Locale.ROOT)))
                .toList();
        rows.add(new ConfirmPage.Row(words.of("field.handling"), String.join("; ", codes)));
        if (!use.restriction().isEmpty()) {
            rows.add(new ConfirmPage.Row(words.of("field.restriction"), use.restriction()));
        }
        rows.add(new ConfirmPage.Row(
                words.of("field.onward"), words.of(use.onwardAllowed() ? "onward.yes" : "onward.no")));
        rows.add(new ConfirmPage.Row(words.of("field.expires"), lexicon.moment(use.expires())));
        rows.add(new ConfirmPage.Row(words.of("release.always"), words.of(Terms.NOT_FOR_USE_OF_FORCE)));
        return rows;
    }

    private static void event(Lexicon lexicon, List<Event> history, @Nullable Instant at, String key) {
        if (at != null) {
            history.add(new Event(lexicon.moment(at), lexicon.words().of(key)));
        }
    }

    private static Mark state(Words words, ReceivedRelease release) {
        Mark.Tone tone = switch (release.state()) {
            case ARRIVED -> Mark.Tone.SOON;
            case ACKNOWLEDGED, OPENED -> Mark.Tone.PROVEN;
            case EXPIRED, RECALLED -> Mark.Tone.QUIET;
        };
        return new Mark(words.of("release.state." + release.state().name().toLowerCase(Locale.ROOT)), tone);
    }

    private static Mark state(Words words, SentState state) {
        Mark.Tone tone = switch (state) {
            case QUEUED, SENT, RECALLING -> Mark.Tone.PLAIN;
            case DELIVERED, ACKNOWLEDGED, OPENED -> Mark.Tone.PROVEN;
            case NOT_DELIVERED -> Mark.Tone.OVERDUE;
            case EXPIRED, RECALLED -> Mark.Tone.QUIET;
        };
        return new Mark(words.of("release.state." + word(state)), tone);
    }

    private static String word(SentState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String shortId(ReleaseId id) {
        return id.hex().substring(0, SHORT_ID_LENGTH);
    }

    static Link tab(String href, String label, boolean here) {
        return new Link(href, label, here ? Link.Tone.HERE : Link.Tone.PLAIN);
    }
}
