package org.entente.console;

import java.util.List;

/// What became of each of several requests.
///
/// @param back the list they were chosen from
record OutcomesPage(String title, String state, List<Row> rows, Link back) {
    /// `why` is empty for what was done.
    record Row(String href, String id, Mark mark, String why) {}

    OutcomesPage {
        rows = List.copyOf(rows);
    }
}
