package org.entente.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One request, whichever side this node is on.
record RequestPage(
        String number,
        String title,
        String state,
        TimeLeft left,
        List<Mark> marks,
        boolean demonstration,
        String notice,
        List<ConfirmPage.Row> facts,
        List<PaperPart> paper,
        @Nullable RulingView ruling,
        @Nullable RefusalView refusal,
        List<Link> actions,
        List<Link> related,
        List<Step> steps,
        List<Event> history,
        List<Line> beside) {
    RequestPage {
        marks = List.copyOf(marks);
        facts = List.copyOf(facts);
        paper = List.copyOf(paper);
        actions = List.copyOf(actions);
        related = List.copyOf(related);
        steps = List.copyOf(steps);
        history = List.copyOf(history);
        beside = List.copyOf(beside);
    }
}
