package org.entente.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Contacts with the other party's officials: what has yet to be reported, reports, records, a form for one more.
///
/// @param isWanted false where the party's law wants no report
/// @param article the article in our words, with who gets the report
/// @param striking the record that the reader is about to strike out
/// @param handing the report that the reader is about to note as handed over
record ContactsPage(
        boolean isWanted,
        String article,
        String provisional,
        Form form,
        List<Owed> owed,
        List<Report> reports,
        List<Recorded> records,
        @Nullable Recorded striking,
        @Nullable Report handing,
        boolean seesReports,
        boolean mayRecord,
        List<Choice> institutions,
        List<Choice> kinds) {
    ContactsPage {
        owed = List.copyOf(owed);
        reports = List.copyOf(reports);
        records = List.copyOf(records);
        institutions = List.copyOf(institutions);
        kinds = List.copyOf(kinds);
    }

    /// What one institution has yet to report.
    record Owed(String institution, TimeLeft left, List<Row> rows, boolean mayReport, String waiting) {
        Owed {
            rows = List.copyOf(rows);
        }
    }

    record Row(
            String day,
            String counterpart,
            String what,
            @Nullable Mark mark) {}

    record Report(
            String number,
            String institution,
            String span,
            String count,
            Mark state,
            TimeLeft left,
            List<Link> documents,
            String handHref) {
        Report {
            documents = List.copyOf(documents);
        }
    }

    /// @param strikeHref empty where it can no longer be struck out
    record Recorded(
            String id, String when, String counterpart, String what, String by, Mark state, String strikeHref) {}
}
