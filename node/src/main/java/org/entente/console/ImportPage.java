package org.entente.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One import: how it stands in words, what it counted, and while it runs how far it has come.
record ImportPage(
        String title,
        Mark state,
        String explained,
        @Nullable Running running,
        List<ConfirmPage.Row> facts,
        List<ConfirmPage.Row> counts,
        String report,
        List<Link> actions) {
    /// `done` of `total` for the bar; the sentence says it with rate and time to go.
    record Running(long done, long total, String sentence) {}

    ImportPage {
        facts = List.copyOf(facts);
        counts = List.copyOf(counts);
        actions = List.copyOf(actions);
    }
}
