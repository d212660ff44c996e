package org.entente.console;

import java.util.List;
import java.util.Map;

/// Who is away, and the form for an absence.
record AbsencesPage(List<Row> rows, Form form, List<ReasonPage.Field> fields) {
    /// @param mayEnd the reader may say that the officer is here
    record Row(String officer, String deputy, String from, String until, boolean mayEnd) {}

    AbsencesPage {
        rows = List.copyOf(rows);
        fields = List.copyOf(fields);
    }

    Map<String, String> labels() {
        return ReasonPage.labels(fields);
    }
}
