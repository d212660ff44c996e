package org.entente.console;

import java.util.List;

/// Search in one's own holdings.
record HoldingsPage(Form form, List<Choice> purposes, String state, List<Row> rows) {
    /// One subject: its evidential status stands beside its name. `why` says how its words answer those that were
    /// sought.
    record Row(
            String href,
            String name,
            String kind,
            List<Mark> marks,
            String matchedOn,
            String why,
            String source,
            String caution) {
        Row {
            marks = List.copyOf(marks);
        }
    }

    HoldingsPage {
        purposes = List.copyOf(purposes);
        rows = List.copyOf(rows);
    }

    boolean isAsked() {
        return !form.value("q").isEmpty();
    }
}
