package org.entente.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.agreement.Agreement;
import org.entente.agreement.Agreements;
import org.entente.agreement.Course;
import org.entente.agreement.FactTerm;
import org.entente.agreement.Ground;
import org.entente.agreement.Measure;
import org.entente.agreement.clock.Deadline;
import org.entente.ask.AnswerOrder;
import org.entente.ask.BasisCheck;
import org.entente.ask.BasisDecision;
import org.entente.ask.Casework;
import org.entente.ask.Change;
import org.entente.ask.Direction;
import org.entente.ask.Draft;
import org.entente.ask.Filed;
import org.entente.ask.HistoryEntry;
import org.entente.ask.Part;
import org.entente.ask.RefusalNote;
import org.entente.ask.RefusalOrder;
import org.entente.ask.RequestDetail;
import org.entente.ask.RequestDocument;
import org.entente.ask.RequestFilter;
import org.entente.ask.RequestSummary;
import org.entente.ask.RequestType;
import org.entente.ask.Submission;
import org.entente.ask.Urgency;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bilingual;
import org.entente.kernel.EvaluationCode;
import org.entente.kernel.Language;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.PersonClass;
import org.entente.kernel.Texts;
import org.entente.release.AnswerField;
import org.entente.release.ReleaseId;
import org.entente.release.Sealing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// ASK for programs. What the law stands against is an answer with its ruling; nothing has left then.
@RestController
public class RequestsApi {
    @Schema(name = "RequestOrder")
    public record Order(
            String type,
            String to,
            @JsonProperty("case") String caseNumber,
            Words.Basis basis,
            String purpose,
            String urgency,
            @Nullable String urgencyReason,
            List<String> handling,
            @Nullable String offence,
            boolean demonstration,
            Map<String, String> fields,
            @Nullable Map<String, String> facts,
            @Nullable Set<String> assurances,
            @Nullable Set<String> knows) {}

    public record Submitted(
            String outcome,
            @Nullable String id,
            @Nullable String state,
            @Nullable RulingView ruling,
            List<Submission.FieldProblem> problems) {}

    /// `due` is moved on when a clock that stands runs again.
    public record DeadlineView(
            String clock,
            Instant start,
            Instant due,
            @Nullable Instant stopped,
            Bilingual text,
            boolean overdue) {
        /// Once the request has ended, and while more information is awaited, the clock stands: nothing becomes late.
        static DeadlineView of(Deadline deadline, boolean isOpen, @Nullable Instant stopped, Instant now) {
            boolean runs = isOpen && stopped == null;
            return new DeadlineView(
                    deadline.clock(),
                    deadline.start(),
                    deadline.due(),
                    isOpen ? stopped : null,
                    runs ? deadline.timeLeft(now) : standing(deadline, isOpen ? "paused" : "closed"),
                    runs && deadline.isOverdue(now));
        }

        private static Bilingual standing(Deadline deadline, String how) {
            Texts texts = Texts.of("api");
            return new Bilingual(
                    texts.text("deadline." + how, Language.EN, deadline.moment(Language.EN)),
                    texts.text("deadline." + how, Language.ES, deadline.moment(Language.ES)));
        }
    }

    @Schema(name = "RequestLine")
    public record Line(
            String id,
            String type,
            Bilingual title,
            String side,
            String state,
            String from,
            String to,
            String authority,
            String purpose,
            Words.Basis basis,
            boolean demonstration,
            @Nullable DeadlineView deadline,
            AssignmentsApi.@Nullable View assignment) {
        static Line of(RequestSummary summary, Instant now) {
            String type = summary.type().measure();
            return new Line(
                    summary.number().value(),
                    type,
                    summary.law().measure(type).title(),
                    Items.word(summary.side()),
                    summary.state().word(),
                    summary.head().from().value(),
                    summary.head().to().value(),
                    summary.authority().value(),
                    summary.head().purpose().code(),
                    Words.Basis.of(summary.head().basis()),
                    summary.head().demonstration(),
                    summary.deadline() == null
                            ? null
                            : DeadlineView.of(
                                    summary.deadline(), summary.state().isOpen(), summary.stopped(), now),
                    summary.assignment() == null ? null : AssignmentsApi.View.of(summary.assignment()));
        }
    }

    @Schema(name = "OpenQuestion")
    public record Question(String key, String kind, Bilingual question, Map<String, Bilingual> options) {
        static Question of(FactTerm term) {
            return new Question(term.key(), term.kind().word(), term.question(), term.options());
        }
    }

    public record GroundView(String key, Bilingual text, String article, boolean wantsConsultation) {}

    @Schema(name = "RequestRefusal")
    public record RefusalView(String ground, String article, Bilingual text, Bilingual reasons, Instant at) {
        /// A ground that the pack no longer has is shown by its key.
        static RefusalView of(RefusalNote note, Agreement pack) {
            Bilingual ground = pack.text().grounds().stream()
                    .filter(one -> one.key().equals(note.ground()))
                    .map(Ground::text)
                    .findFirst()
                    .orElseGet(() -> new Bilingual(note.ground(), note.ground()));
            return new RefusalView(note.ground(), note.article().toString(), ground, note.reasons(), note.at());
        }
    }

    /// What became of a part: `release` of one that was answered, `refusal` of one that was refused.
    @Schema(name = "RequestPart")
    public record PartView(
            String outcome,
            String text,
            @Nullable String release,
            @Nullable RefusalView refusal,
            Instant at) {
        static PartView of(Part part, Agreement pack) {
            return switch (part) {
                case Part.Answered answered ->
                    new PartView("answered", answered.rest(), answered.release().hex(), null, answered.at());
                case Part.Refused refused ->
                    new PartView(
                            "refused",
                            refused.what(),
                            null,
                            RefusalView.of(refused.note(), pack),
                            refused.note().at());
            };
        }
    }

    @Schema(name = "RequestEvent")
    public record Event(
            Instant at,
            String event,
            String by,
            String note,
            List<RequestDocument.Line> lines,
            @Nullable String actingFor) {
        static Event of(HistoryEntry entry) {
            OfficerId absent = entry.actingFor();
            return new Event(
                    entry.at(),
                    Items.word(entry.event()),
                    entry.by(),
                    entry.note(),
                    entry.lines(),
                    absent == null ? null : absent.value());
        }
    }

    /// Something this side may tell of the execution now, with its form.
    @Schema(name = "OpenMilestone")
    public record MilestoneView(String key, Bilingual name, boolean ends, String article, List<MilestoneField> form) {
        static MilestoneView of(Course.Milestone milestone) {
            return new MilestoneView(
                    milestone.key(),
                    milestone.name(),
                    milestone.ends(),
                    milestone.article().toString(),
                    milestone.form().stream().map(MilestoneField::of).toList());
        }
    }

    public record MilestoneField(
            String key, String kind, Bilingual label, boolean required, Map<String, Bilingual> options) {
        static MilestoneField of(Measure.FormField field) {
            return new MilestoneField(
                    field.key(), field.kind().word(), field.label(), field.required(), field.options());
        }
    }

    /// `openFacts` are the questions this side's lawyer still has to answer.
    @Schema(name = "RequestDetail")
    public record Detail(
            String id,
            String state,
            Line request,
            RequestDocument document,
            RulingView ruling,
            List<Question> openFacts,
            List<GroundView> grounds,
            List<MilestoneView> milestones,
            List<String> authorities,
            List<PartView> parts,
            List<String> releases,
            List<Change> changes,
            @Nullable RefusalView refusal,
            @Nullable String release,
            @Nullable String envelope,
            int revision,
            List<Event> history) {}

    public record BasisOrder(
            boolean accepted,
            @Nullable String note,
            @Nullable Map<String, String> facts,
            @Nullable Integer revision) {}

    public record Checked(String id, String state, boolean accepted, RulingView ruling) {}

    @Schema(name = "RequestRefusalOrder")
    public record Refusing(
            String ground,
            Words.@Nullable Basis article,
            Bilingual reasons,
            @Nullable String withoutConsultation,
            @Nullable String part) {}

    @Schema(name = "AnswerFieldOrder")
    public record Field(
            String property,
            String value,
            @Nullable String personClass,
            @Nullable String evaluation) {
        AnswerField toField() {
            PersonClass whom = personClass == null
                    ? PersonClass.NOT_A_PERSON
                    : Words.parse(PersonClass.class, "fields.personClass", personClass);
            EvaluationCode how =
                    evaluation == null ? EvaluationCode.X4 : Words.evaluation("fields.evaluation", evaluation);
            return Words.value("fields.value", "1-4000", value, text -> new AnswerField(property, text, whom, how));
        }
    }

    @Schema(name = "AnswerOrder")
    public record Answering(
            List<String> statements,
            @Nullable List<Field> fields,
            Words.Terms terms,
            @Nullable String rest) {}

    public record Answered(
            String outcome,
            @Nullable String release,
            @Nullable Bilingual reason) {}

    @Schema(name = "WithdrawalOrder")
    public record Withdrawing(String reason) {}

    private final Casework casework;
    private final AgreementId agreement;
    private final Agreements agreements;
    private final Clock clock;

    public RequestsApi(Casework casework, AgreementId agreement, Agreements agreements, Clock clock) {
        this.casework = casework;
        this.agreement = agreement;
        this.agreements = agreements;
        this.clock = clock;
    }

    /// 201 when a number was given, 422 with the fields to mend when nothing was kept.
    @PostMapping("/v1/requests")
    ResponseEntity<Submitted> submit(@AuthenticationPrincipal Officer officer, @RequestBody Order order) {
        return switch (casework.submit(officer, draft(order))) {
            case Submission.Recorded recorded ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .body(new Submitted(
                                recorded.ruling().allows() ? "recorded" : "draft",
                                recorded.number().value(),
                                recorded.state().word(),
                                RulingView.of(recorded.ruling()),
                                List.of()));
            case Submission.Incomplete incomplete ->
                ResponseEntity.unprocessableContent()
                        .body(new Submitted("incomplete", null, null, null, incomplete.problems()));
        };
    }

    /// @param box `in` (open, least time left first), `received` (all) or `out`; the others choose among these
    @GetMapping("/v1/requests")
    Items<Line> all(
            @AuthenticationPrincipal Officer officer,
            @RequestParam(defaultValue = "in") String box,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String institution,
            @RequestParam(defaultValue = "") String left,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String assignee) {
        String from = Words.oneOf("box", Set.of("in", "out", "received"), box);
        Map<String, String> parts = Map.of(
                "type",
                type,
                "state",
                state,
                "institution",
                institution,
                "left",
                left,
                "number",
                number,
                "assignee",
                assignee);
        boolean isAll = parts.values().stream().allMatch(String::isEmpty);
        List<RequestSummary> requests = isAll ? all(officer, from) : casework.filtered(officer, filter(from, parts));
        Instant now = clock.instant();
        return new Items<>(requests.stream().map(one -> Line.of(one, now)).toList());
    }

    private List<RequestSummary> all(Officer officer, String box) {
        return switch (box) {
            case "out" -> casework.sent(officer);
            case "received" -> casework.received(officer);
            default -> casework.inbox(officer);
        };
    }

    private static RequestFilter filter(String box, Map<String, String> given) {
        Map<String, String> parts = new HashMap<>(given);
        if (box.equals("in")) {
            parts.merge("state", RequestFilter.OPEN, (said, open) -> said.isEmpty() ? open : said);
        }
        return RequestFilter.of(box.equals("out") ? Direction.OUT : Direction.IN, parts);
    }

    @GetMapping("/v1/requests/{id}")
    Detail one(@AuthenticationPrincipal Officer officer, @PathVariable String id) {
        RequestDetail detail = casework.request(officer, Words.request(id));
        Filed filed = detail.filed();
        Agreement law = detail.summary().law();
        return new Detail(
                filed.number().value(),
                filed.state().word(),
                Line.of(detail.summary(), clock.instant()),
                detail.document(),
                RulingView.of(detail.ruling()),
                detail.openFacts().stream().map(Question::of).toList(),
                detail.grounds().stream()
                        .map(ground -> new GroundView(
                                ground.key(),
                                ground.text(),
                                ground.article().toString(),
                                detail.wantsConsultation(ground)))
                        .toList(),
                detail.milestones().stream().map(MilestoneView::of).toList(),
                detail.authorities().stream().map(one -> one.id().value()).toList(),
                detail.parts().stream().map(part -> PartView.of(part, law)).toList(),
                detail.releases().stream().map(ReleaseId::hex).sorted().toList(),
                detail.changes(),
                filed.refusal() == null ? null : RefusalView.of(filed.refusal(), law),
                filed.release() == null ? null : filed.release().hex(),
                filed.envelope() == null ? null : filed.envelope().hex(),
                detail.revision(),
                detail.history().stream().map(Event::of).toList());
    }

    @PostMapping("/v1/requests/{id}/basis-check")
    Checked check(@AuthenticationPrincipal Officer lawyer, @PathVariable String id, @RequestBody BasisOrder order) {
        BasisCheck check = casework.checkBasis(
                lawyer,
                Words.request(id),
                new BasisDecision(
                        order.accepted(),
                        order.note() == null ? "" : order.note(),
                        order.facts() == null ? Map.of() : order.facts(),
                        order.revision()));
        return new Checked(
                check.number().value(), check.state().word(), check.accepted(), RulingView.of(check.ruling()));
    }

    @PostMapping("/v1/requests/{id}/refusal")
    RefusalView refuse(@AuthenticationPrincipal Officer officer, @PathVariable String id, @RequestBody Refusing order) {
        RefusalOrder refusal = new RefusalOrder(
                order.ground(),
                order.article() == null ? null : order.article().toBasis("article"),
                Words.both("reasons", order.reasons()),
                order.withoutConsultation() == null ? "" : order.withoutConsultation(),
                order.part() == null ? "" : order.part());
        return RefusalView.of(casework.refuse(officer, Words.request(id), refusal), agreements.current(agreement));
    }

    @PostMapping("/v1/requests/{id}/answer")
    Answered answer(@AuthenticationPrincipal Officer officer, @PathVariable String id, @RequestBody Answering order) {
        List<AnswerField> fields = order.fields() == null
                ? List.of()
                : order.fields().stream().map(Field::toField).toList();
        Sealing sealing = casework.answer(
                officer,
                Words.request(id),
                new AnswerOrder(
                        order.statements(),
                        fields,
                        order.terms().toTerms("terms"),
                        order.rest() == null ? "" : order.rest()));
        return switch (sealing) {
            case Sealing.Sealed sealed -> new Answered("released", sealed.id().hex(), null);
            case Sealing.Refused refused -> new Answered("refused", null, refused.text());
        };
    }

    @PostMapping("/v1/requests/{id}/withdrawal")
    Map<String, String> withdraw(
            @AuthenticationPrincipal Officer officer, @PathVariable String id, @RequestBody Withdrawing order) {
        return Map.of(
                "state",
                casework.withdraw(officer, Words.request(id), order.reason()).word());
    }

    private RequestType type(String word) {
        Agreement pack = agreements.current(agreement);
        String known = RequestType.all(pack).stream().map(RequestType::measure).collect(Collectors.joining(", "));
        return Words.value(
                "type",
                known,
                word,
                text -> RequestType.of(pack, text).orElseThrow(() -> new IllegalArgumentException(text)));
    }

    private Draft draft(Order order) {
        return new Draft(
                agreement,
                type(order.type()),
                Words.institution("to", order.to()),
                Words.caseNumber("case", order.caseNumber()),
                order.basis().toBasis("basis"),
                Words.purpose("purpose", order.purpose()),
                Words.parse(Urgency.class, "urgency", order.urgency()),
                order.urgencyReason() == null ? "" : order.urgencyReason(),
                Words.handling("handling", order.handling()),
                order.offence() == null ? "" : order.offence(),
                order.demonstration(),
                order.fields(),
                order.facts() == null ? Map.of() : order.facts(),
                order.assurances() == null ? Set.of() : order.assurances(),
                (order.knows() == null ? Set.<String>of() : order.knows())
                        .stream().map(one -> Words.officer("knows", one)).collect(Collectors.toUnmodifiableSet()));
    }
}
