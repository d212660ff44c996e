package org.entente.console;

import java.util.List;

/// One no-surprise notice: what it says, to whom, what was decided about it and why.
record ForewarningPage(
        String id,
        String title,
        String state,
        TimeLeft left,
        List<Mark> marks,
        boolean demonstration,
        List<ConfirmPage.Row> facts,
        String text,
        List<Link> actions,
        List<Event> history,
        List<Line> beside) {
    ForewarningPage {
        marks = List.copyOf(marks);
        facts = List.copyOf(facts);
        actions = List.copyOf(actions);
        history = List.copyOf(history);
        beside = List.copyOf(beside);
    }
}
