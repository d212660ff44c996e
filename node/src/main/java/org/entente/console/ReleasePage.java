package org.entente.console;

import java.util.List;

/// One release: its terms always, its content only once the terms are acknowledged and it was opened for a purpose.
record ReleasePage(
        String id,
        String title,
        String state,
        TimeLeft left,
        List<Mark> marks,
        List<ConfirmPage.Row> terms,
        boolean opened,
        List<Row> statements,
        String refusal,
        List<Link> actions,
        List<Event> history,
        List<Line> challenges,
        List<Line> beside) {
    /// One released statement with its place in the release and its owner's source on the same line.
    record Row(int position, String property, String value, String source, List<Mark> marks) {
        Row {
            marks = List.copyOf(marks);
        }
    }

    ReleasePage {
        marks = List.copyOf(marks);
        terms = List.copyOf(terms);
        statements = List.copyOf(statements);
        actions = List.copyOf(actions);
        history = List.copyOf(history);
        challenges = List.copyOf(challenges);
        beside = List.copyOf(beside);
    }
}
