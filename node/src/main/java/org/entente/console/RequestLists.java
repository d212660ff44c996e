package org.entente.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.agreement.Institution;
import org.entente.ask.AskAction;
import org.entente.ask.Assignments;
import org.entente.ask.Casework;
import org.entente.ask.Direction;
import org.entente.ask.RequestFilter;
import org.entente.ask.RequestSummary;
import org.entente.ask.SavedFilters;
import org.entente.ask.State;
import org.entente.kernel.Officer;
import org.entente.kernel.Texts;

/// The list of requests of one side, filtered by what its address says.
final class RequestLists {
    private static final Texts ASK = Texts.of("ask");
    static final List<String> PARTS = List.of("type", "state", "institution", "left", "number", "assignee");

    private final Casework casework;
    private final Assignments assignments;
    private final SavedFilters filters;
    private final RequestViews views;
    private final Office office;

    RequestLists(Casework casework, Assignments assignments, SavedFilters filters, RequestViews views, Office office) {
        this.casework = casework;
        this.assignments = assignments;
        this.filters = filters;
        this.views = views;
        this.office = office;
    }

    RequestsPage page(Frame frame, Form address, boolean in) {
        Lexicon lexicon = office.lexicon(frame);
        Words words = frame.words();
        Officer officer = frame.officer();
        Map<String, String> parts = new HashMap<>();
        PARTS.forEach(part -> parts.put(part, address.value(part)));
        FormReader reader = new FormReader(words, address);
        Direction side = in ? Direction.IN : Direction.OUT;
        RequestFilter filter = filter(reader, side, parts);
        List<RequestSummary> requests = filter.isAll()
                ? in ? casework.received(officer) : casework.sent(officer)
                : casework.filtered(officer, filter);
        List<Line> lines =
                requests.stream().map(one -> views.line(lexicon, officer, one)).toList();
        return new RequestsPage(
                list(words, officer, lines, in, filter.isAll()),
                in ? "in" : "out",
                reader.form(),
                !filter.isAll(),
                words.count("filter.found", lines.size()),
                states(words, in),
                lefts(words),
                lexicon.agreement().requests().stream()
                        .map(one -> new Choice(one.key(), words.of(one.title())))
                        .toList(),
                institutions(lexicon, officer),
                desk(words, officer, filter));
    }

    private RequestsPage.Desk desk(Words words, Officer officer, RequestFilter filter) {
        List<Choice> people = new ArrayList<>(List.of(
                new Choice(RequestFilter.ME, words.of("filter.assignee.me")),
                new Choice(RequestFilter.NOBODY, words.of("filter.assignee.none"))));
        assignments.colleagues(officer).stream()
                .filter(one -> !one.id().equals(officer.id()))
                .forEach(one -> people.add(new Choice(one.id().value(), one.name())));
        return new RequestsPage.Desk(
                people,
                filters.all(officer).stream()
                        .map(one -> new RequestsPage.Kept(
                                "/requests?" + one.filter().query(),
                                one.name(),
                                words.count("filter.kept", one.count()),
                                one.filter().equals(filter)))
                        .toList(),
                filter.parts(),
                office.offers(officer, AskAction.ASSIGN),
                filter.side() == Direction.OUT && office.offers(officer, AskAction.WITHDRAW));
    }

    /// What cannot be read is said over its field, and filters nothing.
    private static RequestFilter filter(FormReader reader, Direction side, Map<String, String> parts) {
        for (String part : PARTS) {
            try {
                RequestFilter.of(side, Map.of(part, parts.getOrDefault(part, "")));
            } catch (IllegalArgumentException unfit) {
                reader.wrong(part, "error.unfit");
                parts.put(part, "");
            }
        }
        return RequestFilter.of(side, parts);
    }

    private ListPage list(Words words, Officer officer, List<Line> lines, boolean in, boolean isAll) {
        List<Link> actions = office.offers(officer, AskAction.SUBMIT)
                ? List.of(new Link("/requests/new", words.of("requests.write"), Link.Tone.FIRST))
                : List.of();
        String why = isAll ? in ? "requests.empty.in" : "requests.empty.out" : "filter.empty.why";
        return new ListPage(
                words.of("requests.title"),
                words.of(in ? "requests.state.in" : "requests.state.out"),
                List.of(
                        ReleasesPages.tab("/requests", words.of("box.in"), in),
                        ReleasesPages.tab("/requests?box=out", words.of("box.out"), !in)),
                actions,
                words.of(in ? "column.from" : "column.to"),
                lines,
                words.of(isAll ? "requests.empty" : "filter.empty"),
                words.of(why));
    }

    private static List<Choice> states(Words words, boolean in) {
        List<Choice> states = new ArrayList<>(List.of(new Choice(RequestFilter.OPEN, words.of("filter.open"))));
        Arrays.stream(State.values())
                .filter(state -> isOf(state, in))
                .forEach(state ->
                        states.add(new Choice(state.word(), ASK.text("state." + state.word(), words.language()))));
        return states;
    }

    /// Whether a request of that side can be in the state.
    private static boolean isOf(State state, boolean in) {
        return switch (state) {
            case DRAFT, AWAITING_BASIS_CHECK, SENT, INFORMATION_WANTED, LAPSED -> !in;
            case RECEIVED, BASIS_CHECKED, INFORMATION_AWAITED -> in;
            case IN_EXECUTION, POSTPONED, ANSWERED, CONCLUDED, REFUSED, WITHDRAWN -> true;
        };
    }

    private static List<Choice> lefts(Words words) {
        return Arrays.stream(RequestFilter.Left.values())
                .filter(left -> left != RequestFilter.Left.ANY)
                .map(left -> new Choice(left.word(), words.of("filter.left." + left.word())))
                .toList();
    }

    private static List<Choice> institutions(Lexicon lexicon, Officer officer) {
        return lexicon.agreement().text().institutions().stream()
                .map(Institution::id)
                .filter(id -> !id.party().equals(officer.party()))
                .map(id -> new Choice(id.value(), lexicon.institution(id)))
                .toList();
    }
}
