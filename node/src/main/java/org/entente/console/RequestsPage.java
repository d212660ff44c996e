package org.entente.console;

import java.util.List;

/// Requests of one side, with the filter that stands in the address.
///
/// @param found how many passed it, in a sentence
record RequestsPage(
        ListPage list,
        String box,
        Form form,
        boolean isFiltered,
        String found,
        List<Choice> states,
        List<Choice> lefts,
        List<Choice> types,
        List<Choice> institutions) {
    RequestsPage {
        states = List.copyOf(states);
        lefts = List.copyOf(lefts);
        types = List.copyOf(types);
        institutions = List.copyOf(institutions);
    }
}
