package org.entente.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.ask.AnswerOrder;
import org.entente.ask.Casework;
import org.entente.ask.Filed;
import org.entente.ask.Head;
import org.entente.ask.RequestDetail;
import org.entente.ask.RequestNumber;
import org.entente.hold.Dossier;
import org.entente.hold.Holdings;
import org.entente.hold.SearchQuery;
import org.entente.hold.SearchResult;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.EvaluationCode;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.Officer;
import org.entente.kernel.PersonClass;
import org.entente.kernel.Purpose;
import org.entente.kernel.Statement;
import org.entente.kernel.UseTerms;
import org.entente.release.AnswerField;
import org.entente.release.Sealing;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Answering a request: search, choose statements one by one, set the terms, see what will be sealed, release.
@Controller
final class AnswerPages {
    /// More subjects than this make no page to choose from; a longer search text finds fewer.
    private static final int SUBJECTS = 5;

    private static final int RESTRICTION_LENGTH_MAX = 2_000;
    private static final int REST_LENGTH_MAX = 2_000;
    private static final int COMPOSED_LENGTH_MAX = 4_000;
    private static final int EVALUATION_LENGTH = 2;
    /// An address stays below what a browser and this node take.
    private static final int TICKS_IN_ADDRESS = 100;

    private static final String COMPOSED = "composed";

    private final Casework casework;
    private final Holdings holdings;
    private final Office office;

    AnswerPages(Casework casework, Holdings holdings, Office office) {
        this.casework = casework;
        this.holdings = holdings;
        this.office = office;
    }

    @GetMapping("/requests/{number}/answer")
    View choose(Frame frame, Form form, @PathVariable String number) {
        return page(frame, number, form);
    }

    @PostMapping("/requests/{number}/answer")
    View answer(Frame frame, Form form, @PathVariable String number) {
        if (form.values().containsKey("search")) {
            return page(frame, number, form);
        }
        Lexicon lexicon = office.lexicon(frame);
        FormReader reader = new FormReader(frame.words(), form);
        Optional<AnswerOrder> order = order(lexicon, detail(frame, number), reader);
        if (order.isEmpty()) {
            return page(frame, number, reader.form());
        }
        if (!form.has("signed", "yes")) {
            return office.pages().show("confirm", frame, confirm(lexicon, frame, number, form, order.get()));
        }
        return switch (casework.answer(frame.officer(), new RequestNumber(number), order.get())) {
            case Sealing.Sealed _ ->
                new RedirectView("/requests/" + number + "?done="
                        + (order.get().rest().isEmpty() ? "answered" : "part-answered"));
            case Sealing.Refused refused ->
                page(frame, number, form.with("statements", frame.words().of(refused.text())));
        };
    }

    private Optional<AnswerOrder> order(Lexicon lexicon, RequestDetail detail, FormReader reader) {
        Form form = reader.form();
        Set<HandlingCode> handling = reader.handling("handling");
        if (handling.isEmpty()) {
            reader.wrong("handling", "error.needed");
        }
        if (handling.contains(HandlingCode.H3) && form.value("restriction").isEmpty()) {
            reader.wrong("restriction", "error.h3");
        }
        String onward = reader.text("onward");
        Optional<Instant> expires = reader.endOfDay("expires", lexicon.zone());
        if (form.all("statements").isEmpty() && form.value(COMPOSED).isEmpty()) {
            reader.wrong("statements", "answer.nothing");
        }
        Optional<PersonClass> concerned = Optional.empty();
        Optional<EvaluationCode> evaluation = Optional.empty();
        if (!form.value(COMPOSED).isEmpty()) {
            concerned = reader.value("concerned", PersonClass::valueOf);
            evaluation = reader.value("evaluation", EvaluationCode::new);
        }
        if (reader.isBroken()) {
            return Optional.empty();
        }
        List<AnswerField> fields = form.value(COMPOSED).isEmpty()
                ? List.of()
                : List.of(new AnswerField(
                        "detail",
                        form.value(COMPOSED),
                        concerned.orElse(PersonClass.NOT_A_PERSON),
                        evaluation.orElseThrow()));
        Head head = detail.filed().request().head();
        UseTerms terms = new UseTerms(
                head.purpose(), handling, form.value("restriction"), onward.equals("yes"), expires.orElseThrow());
        return Optional.of(new AnswerOrder(form.all("statements"), fields, terms, form.value("rest")));
    }

    private View page(Frame frame, String number, Form form) {
        Lexicon lexicon = office.lexicon(frame);
        Words words = frame.words();
        RequestDetail detail = detail(frame, number);
        Head head = detail.filed().request().head();
        Form filled = form.values().containsKey("expires") ? form : prefilled(form, head);
        Found found = subjects(lexicon, frame.officer(), filled.value("q"), head.purpose());
        return office.pages()
                .show(
                        "answer",
                        frame,
                        new AnswerPage(
                                number,
                                words.of(
                                        "answer.state",
                                        lexicon.institution(head.from()),
                                        lexicon.purpose(head.purpose())),
                                filled,
                                found.subjects(),
                                found.cut() ? words.of("answer.cut", SUBJECTS) : "",
                                kept(lexicon, frame.officer(), filled, found, head.purpose()),
                                composed(words),
                                terms(lexicon)));
    }

    /// The asker's own handling codes are the least the answer carries.
    private static Form prefilled(Form form, Head head) {
        Map<String, List<String>> values = new TreeMap<>(form.values());
        values.putIfAbsent(
                "handling", head.handling().stream().map(Enum::name).sorted().toList());
        values.putIfAbsent("onward", List.of("no"));
        return new Form(values, form.errors());
    }

    /// Words the officer writes: whom they concern and how sure they are is the officer's to state.
    private static List<ReasonPage.Field> composed(Words words) {
        List<Choice> classes = Arrays.stream(PersonClass.values())
                .filter(one -> !one.isProtected())
                .map(one -> new Choice(one.name(), HoldingsPages.personClass(words, one)))
                .toList();
        return List.of(
                new ReasonPage.Field.Text(COMPOSED, words.of("field.composed"), "", COMPOSED_LENGTH_MAX, words.tag()),
                new ReasonPage.Field.One("concerned", words.of("field.concerned"), "", classes),
                new ReasonPage.Field.Line(
                        "evaluation", words.of("field.evaluation"), words.of("hint.evaluation"), EVALUATION_LENGTH));
    }

    private static List<ReasonPage.Field> terms(Lexicon lexicon) {
        Words words = lexicon.words();
        return List.of(
                new ReasonPage.Field.Several("handling", words.of("field.handling"), "", lexicon.handlingCodes()),
                new ReasonPage.Field.Text(
                        "restriction",
                        words.of("field.restriction"),
                        words.of("hint.restriction"),
                        RESTRICTION_LENGTH_MAX,
                        words.tag()),
                new ReasonPage.Field.One(
                        "onward",
                        words.of("field.onward"),
                        "",
                        List.of(new Choice("no", words.of("onward.no")), new Choice("yes", words.of("onward.yes")))),
                new ReasonPage.Field.Day("expires", words.of("field.expires"), words.of("hint.expires")),
                new ReasonPage.Field.Text(
                        "rest",
                        words.of("field.rest") + " " + words.of("write.optional"),
                        words.of("field.rest.hint"),
                        REST_LENGTH_MAX,
                        words.tag()));
    }

    /// `cut` when there are more subjects than the page shows.
    private record Found(List<AnswerPage.Subject> subjects, boolean cut) {
        boolean shows(String statement) {
            return subjects.stream()
                    .flatMap(subject -> subject.rows().stream())
                    .anyMatch(row -> row.id().equals(statement));
        }
    }

    /// Statements ticked under an earlier search, which this one does not show.
    private List<AnswerPage.Row> kept(Lexicon lexicon, Officer officer, Form form, Found found, Purpose purpose) {
        Set<String> elsewhere =
                form.all("statements").stream().filter(id -> !found.shows(id)).collect(Collectors.toUnmodifiableSet());
        return elsewhere.isEmpty()
                ? List.of()
                : holdings.statements(officer, elsewhere, purpose).stream()
                        .map(statement -> row(lexicon, statement))
                        .toList();
    }

    private Found subjects(Lexicon lexicon, Officer officer, String text, Purpose purpose) {
        if (text.isEmpty()) {
            return new Found(List.of(), false);
        }
        SearchResult found = holdings.search(officer, new SearchQuery(text, purpose, SUBJECTS));
        List<AnswerPage.Subject> subjects = new ArrayList<>();
        for (SearchResult.Item item : found.items()) {
            holdings.dossier(officer, item.subject(), purpose)
                    .ifPresent(dossier -> subjects.add(subject(lexicon, purpose, dossier)));
        }
        return new Found(subjects, found.cut());
    }

    private static AnswerPage.Subject subject(Lexicon lexicon, Purpose purpose, Dossier dossier) {
        List<Mark> marks = new ArrayList<>(List.of(lexicon.status(dossier.status())));
        if (dossier.source().invented()) {
            marks.add(Mark.invented(lexicon.words()));
        }
        List<AnswerPage.Row> rows = dossier.facets().stream()
                .flatMap(facet -> facet.statements().stream())
                .filter(held -> !held.withdrawn())
                .map(held -> row(lexicon, held.statement()))
                .toList();
        return new AnswerPage.Subject(dossier.name(), HoldingsPages.href(dossier.subject(), purpose), marks, rows);
    }

    private static AnswerPage.Row row(Lexicon lexicon, Statement statement) {
        return new AnswerPage.Row(
                statement.id(),
                HoldingsPages.property(lexicon.words(), statement.property()),
                statement.value(),
                lexicon.source(statement.source()),
                lexicon.caution(statement.source()),
                Mark.handling(lexicon.words(), statement.handling()));
    }

    private ConfirmPage confirm(Lexicon lexicon, Frame frame, String number, Form form, AnswerOrder order) {
        Words words = frame.words();
        RequestDetail detail = detail(frame, number);
        Head head = detail.filed().request().head();
        List<ConfirmPage.Row> rows = new ArrayList<>();
        rows.add(new ConfirmPage.Row(words.of("confirm.reader"), lexicon.institution(head.from())));
        rows.add(new ConfirmPage.Row(words.of("field.basis"), head.basis().toString()));
        holdings.statements(frame.officer(), Set.copyOf(order.statementIds()), head.purpose())
                .forEach(statement -> rows.add(
                        new ConfirmPage.Row(HoldingsPages.property(words, statement.property()), statement.value())));
        order.fields().forEach(field -> rows.add(new ConfirmPage.Row(words.of("field.composed"), field.value())));
        rows.addAll(ReleasesPages.use(lexicon, order.terms()));
        if (!order.rest().isEmpty()) {
            rows.add(new ConfirmPage.Row(words.of("field.rest"), order.rest()));
        }
        Map<String, List<String>> fields = new TreeMap<>(form.values());
        fields.put("signed", List.of("yes"));
        int count = order.statementIds().size() + order.fields().size();
        return new ConfirmPage(
                words.count("answer.confirm", count),
                number,
                rows,
                words.of("answer.warning"),
                List.of(),
                null,
                "/requests/" + number + "/answer",
                fields,
                words.of("answer.release"),
                false,
                back(number, form));
    }

    /// The form again, with its search and its ticks.
    private static String back(String number, Form form) {
        StringBuilder address = new StringBuilder("/requests/" + number + "/answer?q=");
        address.append(URLEncoder.encode(form.value("q"), StandardCharsets.UTF_8));
        form.all("statements").stream()
                .limit(TICKS_IN_ADDRESS)
                .forEach(id -> address.append("&statements=").append(URLEncoder.encode(id, StandardCharsets.UTF_8)));
        return address.toString();
    }

    /// The subject behind a reference that the request names, if it is in this officer's view.
    @GetMapping("/requests/{number}/references/{reference}")
    View resolve(Frame frame, @PathVariable String number, @PathVariable String reference) {
        Filed filed = detail(frame, number).filed();
        if (!RequestViews.references(filed).contains(reference)) {
            throw new EntenteException(ConsoleCode.CONSOLE_PAGE_UNKNOWN);
        }
        Head head = filed.request().head();
        return new RedirectView(
                holdings.resolve(frame.officer(), head.agreement(), Bytes.fromHex(reference), head.purpose())
                        .map(item -> HoldingsPages.href(item.subject(), head.purpose()))
                        .orElse("/requests/" + number + "?done=reference-unfound"));
    }

    private RequestDetail detail(Frame frame, String number) {
        return casework.request(frame.officer(), new RequestNumber(number));
    }
}
