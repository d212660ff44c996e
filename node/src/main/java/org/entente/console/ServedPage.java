package org.entente.console;

import java.util.List;

/// What the other party asked this node: time, padded number, key type, institution, purpose, basis; never what.
record ServedPage(List<Link> tabs, List<Row> rows) {
    record Row(String when, String institution, String keyType, String padded, String purpose, String basis) {}

    ServedPage {
        tabs = List.copyOf(tabs);
        rows = List.copyOf(rows);
    }
}
