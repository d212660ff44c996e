package org.entente.console;

import java.util.List;

/// Discovery sets of both parties, newest first, and what is needed to publish anew.
record SetsPage(List<Row> own, List<Row> peers, boolean mayPublish, Form form, List<Choice> purposes) {
    record Row(String keyType, String purpose, String epoch, String entries, String published, Mark state) {}

    SetsPage {
        own = List.copyOf(own);
        peers = List.copyOf(peers);
        purposes = List.copyOf(purposes);
    }
}
