package org.entente.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Discovery sets of both parties, newest first, how the last publication stands, and what is needed to publish anew.
record SetsPage(
        @Nullable Standing last, List<Row> own, List<Row> peers, boolean mayPublish, Form form, List<Choice> purposes) {
    record Row(String keyType, String purpose, String epoch, String entries, String published, Mark state) {}

    /// The last publication; `running` while it has not ended.
    record Standing(Mark state, String purpose, String begun, String explained, ImportPage.@Nullable Running running) {}

    SetsPage {
        own = List.copyOf(own);
        peers = List.copyOf(peers);
        purposes = List.copyOf(purposes);
    }
}
