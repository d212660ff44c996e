package org.entente.console;

import java.util.List;

/// What was loaded, newest first, and what can be.
record ImportsPage(List<Row> rows, List<Link> kinds) {
    record Row(
            String href,
            String name,
            String listDate,
            Mark state,
            String taken,
            String rejected,
            String begun,
            String by) {}

    ImportsPage {
        rows = List.copyOf(rows);
        kinds = List.copyOf(kinds);
    }
}
