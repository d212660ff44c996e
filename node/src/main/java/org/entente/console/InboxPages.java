package org.entente.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.entente.act.ActAction;
import org.entente.ask.AskAction;
import org.entente.ask.RequestFilter;
import org.entente.kernel.Officer;
import org.entente.release.ReleaseAction;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// What waits for the reader, from every verb, by time left. Whoever has no inbox begins at their first place.
@Controller
final class InboxPages {
    private static final Set<String> TABS = Set.of(RequestFilter.ME, RequestFilter.NOBODY);

    private final RequestsPages requests;
    private final ReleasesPages releases;
    private final OperationsPages operations;
    private final LawPages law;
    private final ContactsPages contacts;
    private final ForewarningPages forewarnings;
    private final Office office;

    InboxPages(
            RequestsPages requests,
            ReleasesPages releases,
            OperationsPages operations,
            LawPages law,
            ContactsPages contacts,
            ForewarningPages forewarnings,
            Office office) {
        this.requests = requests;
        this.releases = releases;
        this.operations = operations;
        this.law = law;
        this.contacts = contacts;
        this.forewarnings = forewarnings;
        this.office = office;
    }

    @GetMapping("/inbox")
    View inbox(Frame frame, Form address) {
        if (!frame.rail().contains(Place.INBOX) && !frame.rail().isEmpty()) {
            return new RedirectView(frame.rail().getFirst().path());
        }
        Lexicon lexicon = office.lexicon(frame);
        Officer officer = frame.officer();
        Words words = frame.words();
        String who = TABS.contains(address.value("assignee")) ? address.value("assignee") : "";
        List<Line> lines = new ArrayList<>();
        if (office.offers(officer, AskAction.READ)) {
            lines.addAll(requests.waiting(lexicon, officer, who));
        }
        if (who.isEmpty() && office.offers(officer, ReleaseAction.READ)) {
            lines.addAll(releases.waiting(lexicon, officer));
        }
        if (who.isEmpty() && office.offers(officer, ActAction.READ)) {
            lines.addAll(operations.waiting(lexicon, officer));
        }
        if (who.isEmpty()) {
            lines.addAll(contacts.waiting(lexicon, officer));
            lines.addAll(forewarnings.waiting(lexicon, officer));
        }
        lines.addAll(law.waiting(lexicon, officer));
        List<Line> sorted = byTimeLeft(lines);
        return office.pages()
                .show(
                        "list",
                        frame,
                        new ListPage(
                                words.of("place.inbox"),
                                state(words, lines),
                                tabs(words, officer, who),
                                actions(words, officer),
                                words.of("inbox.with"),
                                sorted,
                                words.of("inbox.empty"),
                                words.of("inbox.empty.why")));
    }

    private List<Link> tabs(Words words, Officer officer, String who) {
        return office.offers(officer, AskAction.ASSIGN)
                ? List.of(
                        ReleasesPages.tab("/inbox", words.of("inbox.all"), who.isEmpty()),
                        ReleasesPages.tab(
                                "/inbox?assignee=me", words.of("filter.assignee.me"), who.equals(RequestFilter.ME)),
                        ReleasesPages.tab(
                                "/inbox?assignee=none",
                                words.of("filter.assignee.none"),
                                who.equals(RequestFilter.NOBODY)))
                : List.of();
    }

    private List<Link> actions(Words words, Officer officer) {
        List<Link> actions = new ArrayList<>();
        if (office.offers(officer, AskAction.SUBMIT)) {
            actions.add(new Link("/requests/new", words.of("requests.write"), Link.Tone.FIRST, "e"));
        }
        if (office.offers(officer, AskAction.READ_FOREWARNING)) {
            actions.add(new Link(ForewarningForms.BASE, words.of("forewarnings.title"), Link.Tone.PLAIN));
        }
        actions.add(new Link("/inbox/absences", words.of("absences.title"), Link.Tone.PLAIN));
        return actions;
    }

    /// Whatever verb they are of: the least time left first, what has no clock last in the order it came.
    static List<Line> byTimeLeft(List<Line> lines) {
        Comparator<Line> byDue = Comparator.comparing(
                line -> line.left().due(), Comparator.nullsLast(Comparator.<Instant>naturalOrder()));
        return lines.stream().sorted(byDue).toList();
    }

    private static String state(Words words, List<Line> lines) {
        if (lines.isEmpty()) {
            return "";
        }
        long overdue = count(lines, TimeLeft.Tone.OVERDUE);
        long soon = count(lines, TimeLeft.Tone.SOON);
        return words.count("inbox.waiting", lines.size())
                + (overdue > 0 ? " " + words.count("inbox.overdue", overdue) : "")
                + (soon > 0 ? " " + words.count("inbox.soon", soon) : "");
    }

    private static long count(List<Line> lines, TimeLeft.Tone tone) {
        return lines.stream().filter(line -> line.left().tone() == tone).count();
    }
}
