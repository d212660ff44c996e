package org.entente.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.entente.agreement.FactTerm;
import org.entente.agreement.Ruling;
import org.entente.ask.AskAction;
import org.entente.ask.Assignment;
import org.entente.ask.Direction;
import org.entente.ask.Draft;
import org.entente.ask.Filed;
import org.entente.ask.Head;
import org.entente.ask.HistoryEntry;
import org.entente.ask.Part;
import org.entente.ask.Post;
import org.entente.ask.Preview;
import org.entente.ask.RefusalNote;
import org.entente.ask.RequestDetail;
import org.entente.ask.RequestDocument;
import org.entente.ask.RequestSummary;
import org.entente.ask.State;
import org.entente.hold.HoldAction;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Texts;
import org.entente.release.ReleaseId;
import org.jspecify.annotations.Nullable;

/// Requests as pages show them.
final class RequestViews {
    private static final Pattern REFERENCE = Pattern.compile("\\b[0-9a-f]{32}\\b");
    private static final Texts ASK = Texts.of("ask");

    private final Office office;

    RequestViews(Office office) {
        this.office = office;
    }

    Line line(Lexicon today, Officer officer, RequestSummary summary) {
        Lexicon lexicon = today.under(summary.law());
        Words words = lexicon.words();
        Head head = summary.head();
        List<Mark> marks = new ArrayList<>();
        marks.add(state(words, summary.state()));
        if (head.demonstration()) {
            marks.add(Mark.invented(words));
        }
        Assignment assignment = summary.assignment();
        if (assignment != null && summary.state().isOpen()) {
            marks.add(assigned(words, officer, assignment));
        }
        String next = next(lexicon, officer, summary);
        boolean rests = assignment != null
                && assignment.isUncovered()
                && summary.state().isOpen();
        return new Line(
                "/requests/" + summary.number(),
                summary.number().value(),
                RequestForms.title(lexicon, summary.type()),
                Clocks.left(lexicon, summary.deadline(), summary.state().isOpen(), summary.stopped()),
                lexicon.institution(summary.side() == Direction.IN ? head.from() : summary.authority()),
                marks,
                next.isEmpty() && rests && office.offers(officer, AskAction.ASSIGN) ? words.of("next.assign") : next);
    }

    /// Who has it, as the reader sees it.
    private static Mark assigned(Words words, Officer reader, Assignment assignment) {
        if (assignment.isUncovered()) {
            return new Mark(words.of("mark.uncovered", assignment.name()), Mark.Tone.OVERDUE);
        }
        boolean has = reader.id().equals(assignment.handler());
        if (has) {
            return new Mark(
                    assignment.away() ? words.of("mark.for", assignment.name()) : words.of("mark.yours"),
                    Mark.Tone.PLAIN);
        }
        return new Mark(words.of("mark.assigned", assignment.name()), Mark.Tone.QUIET);
    }

    private String next(Lexicon lexicon, Officer officer, RequestSummary summary) {
        Words words = lexicon.words();
        boolean asked = summary.side() == Direction.IN;
        return switch (summary.state()) {
            case RECEIVED -> office.offers(officer, AskAction.CHECK_BASIS) ? words.of("next.check") : "";
            case AWAITING_BASIS_CHECK ->
                office.offers(officer, AskAction.CHECK_BASIS) ? words.of("next.check-own") : "";
            case BASIS_CHECKED -> office.offers(officer, AskAction.ANSWER) ? words.of("next.answer") : "";
            case DRAFT -> office.offers(officer, AskAction.SUBMIT) ? words.of("next.revise") : "";
            case INFORMATION_WANTED -> office.offers(officer, AskAction.SUPPLEMENT) ? words.of("next.supplement") : "";
            case IN_EXECUTION -> {
                boolean tells = office.offers(officer, AskAction.TELL_MILESTONE);
                boolean waits = asked || (summary.deadline() != null && hasOwnMilestones(lexicon, summary));
                yield tells && waits ? words.of(asked ? "next.execute" : "next.follow") : "";
            }
            case POSTPONED -> asked && office.offers(officer, AskAction.RESUME) ? words.of("next.resume") : "";
            case SENT, INFORMATION_AWAITED, ANSWERED, CONCLUDED, REFUSED, WITHDRAWN, LAPSED -> "";
        };
    }

    /// Whether the asking side has something to do in the execution, such as to hand over a package before a term ends.
    private static boolean hasOwnMilestones(Lexicon lexicon, RequestSummary summary) {
        return lexicon.agreement().measure(summary.type().measure()).course().stream()
                .flatMap(course -> course.milestones().stream())
                .anyMatch(milestone -> milestone.by() == FactTerm.AskedOf.REQUESTING);
    }

    static Mark state(Words words, State state) {
        Mark.Tone tone = switch (state) {
            case DRAFT, SENT, RECEIVED, IN_EXECUTION -> Mark.Tone.PLAIN;
            case AWAITING_BASIS_CHECK, INFORMATION_WANTED -> Mark.Tone.SOON;
            case INFORMATION_AWAITED, POSTPONED -> Mark.Tone.QUIET;
            case BASIS_CHECKED, ANSWERED, CONCLUDED -> Mark.Tone.PROVEN;
            case REFUSED -> Mark.Tone.REFUSED;
            case WITHDRAWN, LAPSED -> Mark.Tone.QUIET;
        };
        return new Mark(ASK.text("state." + state.word(), words.language()), tone);
    }

    RequestPage page(Lexicon today, Officer officer, RequestDetail detail, List<Line> beside) {
        Lexicon lexicon = today.under(detail.summary().law());
        Words words = lexicon.words();
        Filed filed = detail.filed();
        Head head = filed.request().head();
        String side = filed.side() == Direction.IN ? "in." : "out.";
        String other = lexicon.institution(filed.side() == Direction.IN ? head.from() : filed.authority());
        return new RequestPage(
                filed.number().value(),
                words.of(detail.document().title()),
                words.of("request." + side + said(lexicon, detail), other),
                Clocks.left(lexicon, detail.summary().deadline(), filed.state().isOpen(), filed.stopped()),
                marks(words, detail),
                head.demonstration(),
                RequestForms.notice(lexicon, filed.request().type()),
                facts(lexicon, detail),
                paper(detail.document()),
                lexicon.ruling(detail.ruling()),
                refusal(lexicon, filed),
                new RequestActions(office, lexicon, officer, detail).links(),
                related(words, officer, detail),
                AttachmentPages.rows(words, detail, false),
                AssistancePages.counsel(lexicon, detail),
                AssistancePages.rows(office, lexicon, officer, detail),
                documents(words, officer, detail),
                steps(lexicon, detail),
                detail.history().stream().map(entry -> event(lexicon, entry)).toList(),
                beside);
    }

    /// The state, and that a part was answered or refused.
    private static List<Mark> marks(Words words, RequestDetail detail) {
        List<Mark> marks = new ArrayList<>(List.of(state(words, detail.filed().state())));
        if (detail.parts().stream().anyMatch(Part.Answered.class::isInstance)) {
            marks.add(new Mark(words.of("mark.part-answered"), Mark.Tone.PROVEN));
        }
        if (detail.parts().stream().anyMatch(Part.Refused.class::isInstance)) {
            marks.add(new Mark(words.of("mark.part-refused"), Mark.Tone.REFUSED));
        }
        if (detail.filed().request().head().quiet()) {
            marks.add(new Mark(words.of("mark.quiet"), Mark.Tone.HANDLING, words.of("mark.quiet.title")));
        }
        return marks;
    }

    /// What to say of the state: also who decides, whether the clock stands, and what stays open after a withdrawal.
    private static String said(Lexicon lexicon, RequestDetail detail) {
        State state = detail.filed().state();
        boolean withdrawn =
                detail.history().stream().anyMatch(entry -> entry.event() == org.entente.ask.Event.WITHDRAWAL_ARRIVED);
        if (withdrawn && state.isOpen()) {
            return "withdrawn-unsettled";
        }
        boolean decided = lexicon.agreement()
                .measure(detail.filed().request().type().measure())
                .course()
                .isPresent();
        if (state == State.BASIS_CHECKED && decided) {
            return state.word() + "-decides";
        }
        boolean waits = state == State.INFORMATION_AWAITED || state == State.INFORMATION_WANTED;
        boolean runs = detail.filed().deadline() != null && detail.filed().stopped() == null;
        return waits && runs ? state.word() + "-running" : state.word();
    }

    /// What happened, by whom, and what was said: a letter's details and words, or what a key stands for.
    private static Event event(Lexicon lexicon, HistoryEntry entry) {
        Words words = lexicon.words();
        List<String> said = new ArrayList<>();
        entry.lines().forEach(line -> said.add(words.of(line.label()) + ": " + words.of(line.value())));
        if (!entry.note().isEmpty() && !entry.isNoteKey()) {
            said.add(entry.note());
        }
        OfficerId absent = entry.actingFor();
        String by = Lexicon.actor(entry.by()) + (absent == null ? "" : ", " + words.of("mark.for", absent));
        return new Event(
                lexicon.moment(entry.at()),
                ASK.text("event." + entry.event().word(), words.language()) + " (" + by + ")"
                        + (said.isEmpty() ? "" : ": " + String.join("; ", said)));
    }

    static List<PaperPart> paper(RequestDocument document) {
        List<PaperPart> parts = new ArrayList<>();
        if (!document.notices().isEmpty()) {
            parts.add(new PaperPart(
                    Words.both("paper.notice"),
                    document.notices().stream().map(PaperPart.Row::new).toList()));
        }
        document.sections()
                .forEach(section -> parts.add(new PaperPart(
                        section.heading(),
                        section.lines().stream()
                                .map(line -> new PaperPart.Row(line.label(), line.value()))
                                .toList())));
        return parts;
    }

    private static List<ConfirmPage.Row> facts(Lexicon lexicon, RequestDetail detail) {
        Filed filed = detail.filed();
        Words words = lexicon.words();
        Head head = filed.request().head();
        List<ConfirmPage.Row> rows = new ArrayList<>();
        rows.add(new ConfirmPage.Row(words.of("column.from"), lexicon.institution(head.from())));
        rows.add(new ConfirmPage.Row(words.of("column.to"), lexicon.institution(head.to())));
        if (!filed.authority().equals(head.to())) {
            rows.add(new ConfirmPage.Row(
                    ASK.text("label.authority", words.language()), lexicon.institution(filed.authority())));
        }
        if (filed.caseNumber() != null) {
            rows.add(new ConfirmPage.Row(
                    words.of("field.case"), filed.caseNumber().value()));
        }
        if (filed.author() != null) {
            rows.add(new ConfirmPage.Row(
                    words.of("column.officer"), filed.author().value()));
        }
        Assignment assignment = detail.summary().assignment();
        if (assignment != null) {
            OfficerId deputy = assignment.deputy();
            String who = assignment.isUncovered()
                    ? words.of("mark.uncovered", assignment.name())
                    : deputy == null ? assignment.name() : words.of("assignment.deputy", assignment.name(), deputy);
            rows.add(new ConfirmPage.Row(words.of("column.assignee"), who));
        }
        rows.add(new ConfirmPage.Row(words.of("field.basis"), head.basis().toString()));
        rows.add(new ConfirmPage.Row(words.of("field.purpose"), lexicon.purpose(head.purpose())));
        return rows;
    }

    private static @Nullable RefusalView refusal(Lexicon lexicon, Filed filed) {
        RefusalNote note = filed.refusal();
        if (note == null) {
            return null;
        }
        String ground = lexicon.agreement().grounds(filed.request().type().measure()).stream()
                .filter(one -> one.key().equals(note.ground()))
                .map(one -> lexicon.words().of(one.text()))
                .findFirst()
                .orElse(note.ground());
        return new RefusalView(
                ground, note.article().toString(), List.of(new PaperPart(Words.both("reasons"), note.reasons())));
    }

    private List<Link> related(Words words, Officer officer, RequestDetail detail) {
        Filed filed = detail.filed();
        List<Link> links = new ArrayList<>();
        for (Part part : detail.parts()) {
            if (part instanceof Part.Answered answered) {
                links.add(new Link(
                        "/releases/" + answered.release().hex(),
                        words.of("request.partRelease", ReleasesPages.shortId(answered.release())),
                        Link.Tone.PLAIN));
            }
        }
        ReleaseId release = filed.release();
        if (release != null) {
            links.add(new Link(
                    "/releases/" + release.hex(),
                    words.of("request.release", ReleasesPages.shortId(release)),
                    Link.Tone.PLAIN));
        }
        if (office.offers(officer, HoldAction.RESOLVE)) {
            references(filed)
                    .forEach(handle -> links.add(new Link(
                            "/requests/" + filed.number() + "/references/" + handle,
                            words.of("request.reference", handle),
                            Link.Tone.PLAIN)));
        }
        return links;
    }

    private List<RequestPage.Document> documents(Words words, Officer officer, RequestDetail detail) {
        return office.offers(officer, AskAction.EXPORT)
                ? detail.papers().stream()
                        .map(kind -> new RequestPage.Document(
                                words.of(kind.text()),
                                DocumentPages.links(detail.filed().number(), kind)))
                        .toList()
                : List.of();
    }

    /// References to our records, as hits gave them, that a request of the other party names anywhere.
    static List<String> references(Filed filed) {
        return filed.side() == Direction.OUT
                ? List.of()
                : filed.request().fields().values().stream()
                        .flatMap(text -> REFERENCE.matcher(text).results().map(MatchResult::group))
                        .distinct()
                        .toList();
    }

    private static List<Step> steps(Lexicon lexicon, RequestDetail detail) {
        Words words = lexicon.words();
        Post.Progress progress = detail.progress();
        if (progress == null) {
            return List.of();
        }
        return List.of(
                switch (progress) {
                    case Post.Progress.OnTheWay _ ->
                        new Step(words.of("delivery.on-the-way"), false, words.of("delivery.waits"));
                    case Post.Progress.Delivered delivered ->
                        new Step(words.of("delivery.delivered"), true, lexicon.moment(delivered.at()));
                    case Post.Progress.Failed failed -> new Step(words.of("delivery.failed"), false, failed.code());
                });
    }

    /// `back` is the address of the form.
    ConfirmPage preview(Lexicon lexicon, String back, Form form, Draft draft, Preview preview) {
        Words words = lexicon.words();
        Ruling ruling = preview.ruling();
        RequestDocument document = preview.document();
        boolean allowed = ruling != null && ruling.allows();
        String reader = lexicon.institution(draft.to());
        return new ConfirmPage(
                words.of("submit.title"),
                RequestForms.title(lexicon, draft.type()),
                List.of(
                        new ConfirmPage.Row(words.of("confirm.reader"), reader),
                        new ConfirmPage.Row(
                                words.of("field.basis"), draft.basis().toString()),
                        new ConfirmPage.Row(words.of("field.purpose"), lexicon.purpose(draft.purpose())),
                        new ConfirmPage.Row(
                                words.of("field.case"), draft.caseNumber().value())),
                words.of(allowed ? "submit.warning" : "submit.kept", reader),
                document == null ? List.of() : paper(document),
                ruling == null ? null : lexicon.ruling(ruling),
                "/requests",
                form.values(),
                words.of(allowed ? "submit.do" : "submit.keep"),
                false,
                back);
    }
}
