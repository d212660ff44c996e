package org.entente.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.ask.Assignment;
import org.entente.ask.Assignments;
import org.entente.ask.Casework;
import org.entente.ask.Direction;
import org.entente.ask.InBulk;
import org.entente.ask.RequestFilter;
import org.entente.ask.RequestNumber;
import org.entente.ask.SavedFilters;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// How an office orders its work: who has a request, several at once, filters that are kept.
@Controller
final class AssignmentPages {
    private static final String OFFICER = "officer";
    private static final String NUMBERS = "numbers";
    private static final int REASON_LENGTH_MAX = 2_000;

    /// What is said over the field and not on a page of its own.
    private static final Set<String> AT_FIELD = Set.of("ASK_ASSIGNEE_UNFIT", "ASK_ASSIGNEE_AWAY");

    private final Casework casework;
    private final Assignments assignments;
    private final InBulk bulk;
    private final SavedFilters filters;
    private final Office office;

    AssignmentPages(Casework casework, Assignments assignments, InBulk bulk, SavedFilters filters, Office office) {
        this.casework = casework;
        this.assignments = assignments;
        this.bulk = bulk;
        this.filters = filters;
        this.office = office;
    }

    @GetMapping("/requests/{number}/assignment")
    View read(Frame frame, @PathVariable String number) {
        RequestNumber one = new RequestNumber(number);
        Assignment now = casework.request(frame.officer(), one).summary().assignment();
        OfficerId chosen = now == null ? frame.officer().id() : now.officer();
        return page(frame, one, Form.of(Map.of(OFFICER, List.of(chosen.value()))));
    }

    @PostMapping("/requests/{number}/assignment")
    View assign(Frame frame, Form form, @PathVariable String number) {
        RequestNumber one = new RequestNumber(number);
        FormReader reader = new FormReader(frame.words(), form);
        Optional<OfficerId> to = reader.value(OFFICER, OfficerId::new);
        if (reader.isBroken()) {
            return page(frame, one, reader.form());
        }
        if (isNobody(to.orElseThrow())) {
            assignments.takeOff(frame.officer(), one);
            return RequestsPages.done(one, "taken-off");
        }
        try {
            assignments.assign(frame.officer(), one, to.orElseThrow());
        } catch (EntenteException refused) {
            if (!AT_FIELD.contains(refused.code().name())) {
                throw refused;
            }
            return page(frame, one, form.with(OFFICER, frame.words().of(Texts.what(refused))));
        }
        return RequestsPages.done(one, "assigned");
    }

    private static boolean isNobody(OfficerId to) {
        return to.value().equals(RequestFilter.NOBODY);
    }

    private View page(Frame frame, RequestNumber number, Form form) {
        Words words = frame.words();
        List<Officer> eligible = assignments.eligible(frame.officer(), number);
        return office.pages()
                .show(
                        "reason",
                        frame,
                        new ReasonPage(
                                words.of("assignment.title"),
                                number.value(),
                                words.of("assignment.state"),
                                form,
                                List.of(people(frame, eligible)),
                                List.of(),
                                "/requests/" + number + "/assignment",
                                words.of("assignment.press"),
                                false,
                                "/requests/" + number,
                                "assignment-" + number));
    }

    /// The reader first, nobody last.
    private ReasonPage.Field people(Frame frame, List<Officer> eligible) {
        Lexicon lexicon = office.lexicon(frame);
        Words words = frame.words();
        List<Choice> choices = new ArrayList<>();
        for (Officer one : eligible) {
            boolean own = one.id().equals(frame.officer().id());
            String label = own ? words.of("assignment.me", one.name()) : one.name();
            Choice choice =
                    new Choice(one.id().value(), label, one.id() + ", " + lexicon.institution(one.institution()));
            choices.add(own ? 0 : choices.size(), choice);
        }
        choices.add(new Choice(RequestFilter.NOBODY, words.of("assignment.nobody")));
        return new ReasonPage.Field.One(OFFICER, words.of("column.assignee"), "", choices);
    }

    /// What is to be done with those that were chosen in a list; nothing is done yet.
    @PostMapping("/requests/several")
    View several(Frame frame, Form form) {
        List<String> numbers = form.all("number");
        String box = form.value("box").equals("out") ? "out" : "in";
        if (numbers.isEmpty()) {
            return new RedirectView("/requests?box=" + box + "&done=none-chosen");
        }
        Form kept = Form.of(Map.of(NUMBERS, List.of(String.join(",", numbers)), "box", List.of(box)));
        return form.has("act", "withdraw")
                ? office.pages().show("reason", frame.at("/requests?box=out"), withdrawal(frame, kept))
                : office.pages().show("reason", frame.at("/requests?box=" + box), assignment(frame, kept));
    }

    @PostMapping("/requests/several/assignment")
    View assignSeveral(Frame frame, Form form) {
        FormReader reader = new FormReader(frame.words(), form);
        Optional<OfficerId> to = reader.value(OFFICER, OfficerId::new);
        Frame back = frame.at("/requests");
        if (reader.isBroken()) {
            return office.pages().show("reason", back, assignment(frame, reader.form()));
        }
        OfficerId officer = to.filter(one -> !isNobody(one)).orElse(null);
        return outcomes(back, form, bulk.assign(frame.officer(), numbers(form), officer));
    }

    @PostMapping("/requests/several/withdrawal")
    View withdrawSeveral(Frame frame, Form form) {
        FormReader reader = new FormReader(frame.words(), form);
        String reason = reader.text("reason");
        Frame back = frame.at("/requests?box=out");
        if (reader.isBroken()) {
            return office.pages().show("reason", back, withdrawal(frame, reader.form()));
        }
        return outcomes(back, form, bulk.withdraw(frame.officer(), numbers(form), reason));
    }

    private ReasonPage assignment(Frame frame, Form form) {
        return chosen(
                frame,
                form,
                "several.assign",
                people(frame, assignments.colleagues(frame.officer())),
                "/requests/several/assignment",
                false);
    }

    private ReasonPage withdrawal(Frame frame, Form form) {
        Words words = frame.words();
        return chosen(
                frame,
                form,
                "several.withdraw",
                new ReasonPage.Field.Text("reason", words.of("field.reason"), "", REASON_LENGTH_MAX, words.tag()),
                "/requests/several/withdrawal",
                true);
    }

    private static ReasonPage chosen(
            Frame frame, Form form, String texts, ReasonPage.Field field, String action, boolean grave) {
        Words words = frame.words();
        String numbers = form.value(NUMBERS);
        String box = form.value("box").equals("out") ? "out" : "in";
        return new ReasonPage(
                words.of(texts),
                words.of("requests.title"),
                words.of("several.chosen", numbers.replace(",", ", ")),
                form,
                List.of(new ReasonPage.Field.Kept(NUMBERS, numbers), new ReasonPage.Field.Kept("box", box), field),
                List.of(),
                action,
                words.of(texts + ".do"),
                grave,
                "/requests?box=" + box,
                "several");
    }

    private static List<RequestNumber> numbers(Form form) {
        return Arrays.stream(form.value(NUMBERS).split(","))
                .map(RequestNumber::new)
                .toList();
    }

    private View outcomes(Frame frame, Form form, List<InBulk.Outcome> outcomes) {
        Words words = frame.words();
        long done = outcomes.stream().filter(one -> one.refused() == null).count();
        String box = form.value("box").equals("out") ? "out" : "in";
        List<OutcomesPage.Row> rows = outcomes.stream()
                .map(one -> {
                    EntenteException refused = one.refused();
                    return new OutcomesPage.Row(
                            "/requests/" + one.number(),
                            one.number().value(),
                            refused == null
                                    ? new Mark(words.of("several.done"), Mark.Tone.PROVEN)
                                    : new Mark(words.of("several.not-done"), Mark.Tone.REFUSED),
                            refused == null ? "" : words.of(Texts.what(refused)));
                })
                .toList();
        OutcomesPage page = new OutcomesPage(
                words.of("several.title"),
                words.of("several.state", done, outcomes.size() - done),
                rows,
                new Link("/requests?box=" + box, words.of("requests.title"), Link.Tone.PLAIN));
        return office.pages().show("outcomes", frame, page);
    }

    /// Keeps the filter that stood over the list.
    @PostMapping("/requests/filters")
    View keep(Frame frame, Form form) {
        RequestFilter filter = filter(form);
        String back = "/requests?" + filter.query();
        if (form.value("name").isEmpty()) {
            return new RedirectView(back + "&done=filter-unnamed");
        }
        filters.keep(frame.officer(), form.value("name"), filter);
        return new RedirectView(back + "&done=filter-kept");
    }

    @PostMapping("/requests/filters/removal")
    View remove(Frame frame, Form form) {
        filters.remove(frame.officer(), form.value("name"));
        return new RedirectView("/requests?done=filter-removed");
    }

    private static RequestFilter filter(Form form) {
        Map<String, String> parts = new HashMap<>();
        RequestLists.PARTS.forEach(part -> parts.put(part, form.value(part)));
        return RequestFilter.of(form.value("box").equals("out") ? Direction.OUT : Direction.IN, parts);
    }
}
