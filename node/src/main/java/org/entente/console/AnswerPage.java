package org.entente.console;

import java.util.List;

/// Answering a request: search one's own holdings, choose statements, set the terms of use. `more` says that not all
/// subjects found are shown; `kept` are statements chosen under another search.
record AnswerPage(
        String number,
        String state,
        Form form,
        List<Subject> subjects,
        String more,
        List<Row> kept,
        List<ReasonPage.Field> ownFields,
        List<ReasonPage.Field> terms) {
    /// A subject found, with the statements that may be chosen.
    record Subject(String name, String href, List<Mark> marks, List<Row> rows) {
        Subject {
            marks = List.copyOf(marks);
            rows = List.copyOf(rows);
        }
    }

    record Row(String id, String property, String value, String source, String caution, List<Mark> marks) {
        Row {
            marks = List.copyOf(marks);
        }
    }

    AnswerPage {
        subjects = List.copyOf(subjects);
        kept = List.copyOf(kept);
        ownFields = List.copyOf(ownFields);
        terms = List.copyOf(terms);
    }
}
