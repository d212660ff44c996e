package org.entente.console;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.ask.AskAction;
import org.entente.ask.AskCode;
import org.entente.ask.Assistance;
import org.entente.ask.AssistanceId;
import org.entente.ask.AssistanceOrder;
import org.entente.ask.AssistanceRole;
import org.entente.ask.Assistances;
import org.entente.ask.RecordedAssistance;
import org.entente.ask.RequestDetail;
import org.entente.ask.RequestNumber;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.kernel.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Counsel and interpreters of a request: on its page, and the forms to record, end and tell them.
@Controller
final class AssistancePages {
    private static final int NAME_LENGTH_MAX = 200;
    private static final int CONTACT_LENGTH_MAX = 500;
    private static final int LANGUAGES_LENGTH_MAX = 60;

    private final Assistances assistances;
    private final Office office;

    AssistancePages(Assistances assistances, Office office) {
        this.assistances = assistances;
        this.office = office;
    }

    @GetMapping("/requests/{number}/assistance")
    View ask(Frame frame, @PathVariable String number) {
        return office.pages().show("reason", frame, form(frame.words(), number, Form.EMPTY));
    }

    @PostMapping("/requests/{number}/assistance")
    View add(Frame frame, Form form, @PathVariable String number) {
        FormReader reader = new FormReader(frame.words(), form);
        Optional<AssistanceOrder> order = order(reader);
        if (order.isPresent()) {
            try {
                assistances.add(frame.officer(), new RequestNumber(number), order.get());
                return new RedirectView("/requests/" + number + "?done=assistance-added");
            } catch (EntenteException refused) {
                show(reader, refused, AskCode.ASK_ASSISTANCE_UNFIT, "name");
            }
        }
        return office.pages().show("reason", frame, form(frame.words(), number, reader.form()));
    }

    @GetMapping("/requests/{number}/assistance/{id}/end")
    View askEnd(Frame frame, @PathVariable String number, @PathVariable String id) {
        return office.pages().show("reason", frame, ending(frame, number, id, Form.EMPTY));
    }

    @PostMapping("/requests/{number}/assistance/{id}/end")
    View end(Frame frame, Form form, @PathVariable String number, @PathVariable String id) {
        FormReader reader = new FormReader(frame.words(), form);
        Optional<LocalDate> until = reader.value("until", LocalDate::parse);
        boolean tells = reader.text("tells").equals("yes");
        if (!reader.isBroken()) {
            try {
                assistances.end(
                        frame.officer(), new RequestNumber(number), new AssistanceId(id), until.orElseThrow(), tells);
                return new RedirectView("/requests/" + number + "?done=assistance-ended");
            } catch (EntenteException refused) {
                show(reader, refused, AskCode.ASK_FIELD_UNFIT, "until");
            }
        }
        return office.pages().show("reason", frame, ending(frame, number, id, reader.form()));
    }

    @GetMapping("/requests/{number}/assistance/{id}/telling")
    View askTelling(Frame frame, @PathVariable String number, @PathVariable String id) {
        Words words = frame.words();
        Assistance one = assistances
                .own(frame.officer(), new RequestNumber(number), new AssistanceId(id))
                .assistance();
        String path = "/requests/" + number;
        return office.pages()
                .show(
                        "confirm",
                        frame,
                        new ConfirmPage(
                                words.of("assistance.tell.title"),
                                number,
                                List.of(new ConfirmPage.Row(
                                        words.of(one.role().text()), said(office.lexicon(frame), one))),
                                words.of("assistance.tell.warning"),
                                List.of(),
                                null,
                                path + "/assistance/" + id + "/telling",
                                Map.of(),
                                words.of("assistance.tell.do"),
                                false,
                                path));
    }

    @PostMapping("/requests/{number}/assistance/{id}/telling")
    View tell(Frame frame, @PathVariable String number, @PathVariable String id) {
        assistances.tell(frame.officer(), new RequestNumber(number), new AssistanceId(id));
        return new RedirectView("/requests/" + number + "?done=assistance-told");
    }

    private static void show(FormReader reader, EntenteException refused, AskCode fits, String field) {
        if (refused.code() == fits) {
            reader.refused(field, Texts.what(refused));
        } else if (refused.code() == AskCode.ASK_NOT_IN_THIS_STATE) {
            reader.refused("tells", Words.both("assistance.not-crossed"));
        } else {
            throw refused;
        }
    }

    private static Optional<AssistanceOrder> order(FormReader reader) {
        Form form = reader.form();
        Optional<AssistanceRole> role =
                reader.value("role", word -> AssistanceRole.of(word).orElseThrow(IllegalArgumentException::new));
        String name = reader.text("name");
        String person = reader.text("person");
        Optional<LocalDate> from = reader.value("from", LocalDate::parse);
        @Nullable
        LocalDate until = form.value("until").isEmpty()
                ? null
                : reader.value("until", LocalDate::parse).orElse(null);
        boolean tells = reader.text("tells").equals("yes");
        if (reader.isBroken()) {
            return Optional.empty();
        }
        List<String> languages = Arrays.stream(form.value("languages").split("[,\\s]+"))
                .filter(code -> !code.isEmpty())
                .toList();
        return Optional.of(new AssistanceOrder(
                role.orElseThrow(),
                name,
                person,
                form.value("body"),
                languages,
                form.value("contact"),
                from.orElseThrow(),
                until,
                tells));
    }

    private static ReasonPage form(Words words, String number, Form form) {
        String path = "/requests/" + number;
        String optional = " " + words.of("write.optional");
        return new ReasonPage(
                words.of("assistance.add.title"),
                number,
                words.of("assistance.add.state"),
                form,
                List.of(
                        new ReasonPage.Field.One(
                                "role",
                                words.of("field.assistanceRole"),
                                "",
                                Arrays.stream(AssistanceRole.values())
                                        .map(role -> new Choice(role.word(), words.of(role.text())))
                                        .toList()),
                        new ReasonPage.Field.Line("name", words.of("field.assistanceName"), "", NAME_LENGTH_MAX),
                        new ReasonPage.Field.Line(
                                "person", words.of("field.assisted"), words.of("field.assisted.hint"), NAME_LENGTH_MAX),
                        new ReasonPage.Field.Line(
                                "body",
                                words.of("field.assistanceBody") + optional,
                                words.of("field.assistanceBody.hint"),
                                NAME_LENGTH_MAX),
                        new ReasonPage.Field.Line(
                                "languages",
                                words.of("field.languages") + optional,
                                words.of("field.languages.hint"),
                                LANGUAGES_LENGTH_MAX),
                        new ReasonPage.Field.Line(
                                "contact", words.of("field.assistanceContact") + optional, "", CONTACT_LENGTH_MAX),
                        new ReasonPage.Field.Day("from", words.of("field.assistanceFrom"), ""),
                        new ReasonPage.Field.Day("until", words.of("field.assistanceUntil") + optional, ""),
                        tells(words)),
                List.of(),
                path + "/assistance",
                words.of("assistance.add.do"),
                false,
                path,
                "assistance-" + number);
    }

    private ReasonPage ending(Frame frame, String number, String id, Form form) {
        Words words = frame.words();
        Assistance one = assistances
                .own(frame.officer(), new RequestNumber(number), new AssistanceId(id))
                .assistance();
        String path = "/requests/" + number;
        return new ReasonPage(
                words.of("assistance.end.title"),
                number,
                words.of(one.role().text()) + ": " + said(office.lexicon(frame), one),
                form,
                List.of(new ReasonPage.Field.Day("until", words.of("field.assistanceUntil"), ""), tells(words)),
                List.of(),
                path + "/assistance/" + id + "/end",
                words.of("assistance.end.do"),
                false,
                path,
                "assistance-end-" + id);
    }

    private static ReasonPage.Field tells(Words words) {
        return new ReasonPage.Field.One(
                "tells",
                words.of("field.assistanceTells"),
                words.of("field.assistanceTells.hint"),
                List.of(
                        new Choice("no", words.of("assistance.tells.no")),
                        new Choice("yes", words.of("assistance.tells.yes"))));
    }

    /// The rows of a request's page, the own ones with what may be done with them.
    static List<RequestPage.Assisted> rows(Office office, Lexicon lexicon, Officer officer, RequestDetail detail) {
        Words words = lexicon.words();
        boolean acts = office.offers(officer, AskAction.RECORD_ASSISTANCE);
        boolean crossed = detail.filed().envelope() != null;
        String base = "/requests/" + detail.filed().number() + "/assistance/";
        return detail.assistance().stream()
                .map(one -> {
                    String path = base + one.assistance().id().hex();
                    Link end = new Link(path + "/end", words.of("assistance.end.do"), Link.Tone.PLAIN);
                    Link tell = new Link(path + "/telling", words.of("assistance.tell.do"), Link.Tone.PLAIN);
                    boolean ours = acts && !one.received();
                    List<Link> links = !ours
                            ? List.of()
                            : one.endedAt() != null
                                    ? crossed ? List.of(tell) : List.of()
                                    : crossed ? List.of(end, tell) : List.of(end);
                    return new RequestPage.Assisted(
                            words.of(one.assistance().role().text()),
                            said(lexicon, one.assistance()),
                            whose(lexicon, one),
                            links);
                })
                .toList();
    }

    private static String whose(Lexicon lexicon, RecordedAssistance one) {
        Words words = lexicon.words();
        var toldAt = one.toldAt();
        if (one.received()) {
            return words.of("assistance.received", lexicon.moment(one.at()));
        }
        return toldAt == null ? words.of("assistance.untold") : words.of("assistance.told", lexicon.moment(toldAt));
    }

    private static String said(Lexicon lexicon, Assistance one) {
        Words words = lexicon.words();
        LocalDate until = one.until();
        String period = until == null
                ? words.of("assistance.since", lexicon.day(one.from()))
                : words.of("assistance.period", lexicon.day(one.from()), lexicon.day(until));
        String more = List.of(one.body(), String.join(", ", one.languages()), one.contact()).stream()
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        String who = words.of("assistance.who", one.name(), one.person(), period);
        return more.isEmpty() ? who : who + " " + more;
    }

    /// Whether counsel stands today, for the types of which the agreement wants it said; else empty.
    static String counsel(Lexicon lexicon, RequestDetail detail) {
        String measure = detail.filed().request().type().measure();
        return detail.summary().law().measure(measure).wantsCounsel() ? standing(lexicon, detail) : "";
    }

    /// What is recorded of counsel today: beside a question, never its answer.
    static String standing(Lexicon lexicon, RequestDetail detail) {
        LocalDate today = LocalDate.ofInstant(lexicon.now(), lexicon.zone());
        String names = detail.assistance().stream()
                .map(RecordedAssistance::assistance)
                .filter(one -> one.role() == AssistanceRole.COUNSEL && one.standsOn(today))
                .map(one -> one.name() + " (" + one.person() + ")")
                .collect(Collectors.joining("; "));
        return names.isEmpty()
                ? lexicon.words().of("assistance.no-counsel")
                : lexicon.words().of("assistance.counsel", names);
    }
}
