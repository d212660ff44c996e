package org.entente.console;

import java.util.List;

/// One challenge: who brings it and what it says, whom it reached by signed receipt, how it ended.
record ChallengePage(
        String id,
        String title,
        String state,
        TimeLeft left,
        List<Mark> marks,
        List<ConfirmPage.Row> facts,
        String text,
        List<Reached> reached,
        List<Link> actions,
        List<Event> history,
        List<Line> beside) {
    /// One release that it reaches. `told` and `answered` say when the other side received each word.
    record Reached(String href, String release, String institution, String statements, String told, String answered) {}

    ChallengePage {
        marks = List.copyOf(marks);
        facts = List.copyOf(facts);
        reached = List.copyOf(reached);
        actions = List.copyOf(actions);
        history = List.copyOf(history);
        beside = List.copyOf(beside);
    }
}
