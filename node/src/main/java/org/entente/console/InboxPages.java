package org.entente.console;

import java.util.ArrayList;
import java.util.List;
import org.entente.act.ActAction;
import org.entente.ask.AskAction;
import org.entente.kernel.Officer;
import org.entente.release.ReleaseAction;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// What waits for the reader, from every verb: requests by time left, then releases and operations.
@Controller
final class InboxPages {
    private final RequestsPages requests;
    private final ReleasesPages releases;
    private final OperationsPages operations;
    private final Office office;

    InboxPages(RequestsPages requests, ReleasesPages releases, OperationsPages operations, Office office) {
        this.requests = requests;
        this.releases = releases;
        this.operations = operations;
        this.office = office;
    }

    @GetMapping("/inbox")
    View inbox(Frame frame) {
        Lexicon lexicon = office.lexicon(frame);
        Officer officer = frame.officer();
        Words words = frame.words();
        List<Line> lines = new ArrayList<>();
        if (office.offers(officer, AskAction.READ)) {
            lines.addAll(requests.waiting(lexicon, officer));
        }
        if (office.offers(officer, ReleaseAction.READ)) {
            lines.addAll(releases.waiting(lexicon, officer));
        }
        if (office.offers(officer, ActAction.READ)) {
            lines.addAll(operations.waiting(lexicon, officer));
        }
        return office.pages()
                .show(
                        "list",
                        frame,
                        new ListPage(
                                words.of("place.inbox"),
                                state(words, lines),
                                List.of(),
                                List.of(),
                                words.of("inbox.with"),
                                lines,
                                words.of("inbox.empty"),
                                words.of("inbox.empty.why")));
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
