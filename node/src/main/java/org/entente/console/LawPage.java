package org.entente.console;

import java.util.List;

/// The law in versions, and beside one what it would change.
record LawPage(List<Row> versions) {
    record Row(String href, String version, String day, String who, Mark state, String reason) {}

    LawPage {
        versions = List.copyOf(versions);
    }

    /// One version. `requests` are the reader's own that are open and would be ruled otherwise.
    record One(
            String title,
            Mark state,
            List<ConfirmPage.Row> facts,
            String next,
            List<Change> changes,
            List<Prospect> requests,
            boolean mayDecide,
            String path) {
        One {
            facts = List.copyOf(facts);
            changes = List.copyOf(changes);
            requests = List.copyOf(requests);
        }
    }

    record Change(String kind, String key, String change) {}

    record Prospect(String href, String number, String type, String now, String then, String due) {}

    /// Which provisions are modelled, and by what.
    record Covered(String state, List<Instrument> instruments) {
        Covered {
            instruments = List.copyOf(instruments);
        }
    }

    record Instrument(String title, List<Provision> provisions) {
        Instrument {
            provisions = List.copyOf(provisions);
        }
    }

    /// `uses` is empty for a provision that nothing rests on.
    record Provision(String article, String says, boolean checked, String uses) {}
}
