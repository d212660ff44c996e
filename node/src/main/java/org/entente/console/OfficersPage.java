package org.entente.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The people of this node, as far as the reader may list them; `fresh` is a sign-in link that was just made and is
/// shown this once.
record OfficersPage(
        boolean mayList,
        boolean mayIssue,
        boolean mayGrant,
        List<Row> rows,
        @Nullable Fresh fresh) {
    /// No link for another operator: pairing needs two people.
    record Row(String id, String name, String institution, String roles, boolean mayHaveLink) {}

    record Fresh(String officer, String address, String until) {}

    OfficersPage {
        rows = List.copyOf(rows);
    }
}
