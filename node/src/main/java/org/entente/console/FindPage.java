package org.entente.console;

import java.util.List;

/// Asking the other party what it knows: the form, and what was asked before.
record FindPage(
        Form form,
        boolean mayAsk,
        List<Link> tabs,
        List<Choice> purposes,
        List<Choice> bases,
        List<Choice> keyTypes,
        List<Row> past) {
    /// One settled query.
    record Row(String when, String href, String what, String officer, String answer) {}

    FindPage {
        tabs = List.copyOf(tabs);
        purposes = List.copyOf(purposes);
        bases = List.copyOf(bases);
        keyTypes = List.copyOf(keyTypes);
        past = List.copyOf(past);
    }
}
