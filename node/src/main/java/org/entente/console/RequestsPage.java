package org.entente.console;

import java.util.List;
import java.util.Map;

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
        List<Choice> institutions,
        Desk desk) {
    /// How the reader orders the list.
    ///
    /// @param people whose requests may be chosen
    /// @param parts the filter that stands in the address, to be kept
    record Desk(
            List<Choice> people, List<Kept> kept, Map<String, String> parts, boolean mayAssign, boolean mayWithdraw) {
        Desk {
            people = List.copyOf(people);
            kept = List.copyOf(kept);
            parts = Map.copyOf(parts);
        }

        boolean choosing() {
            return mayAssign || mayWithdraw;
        }
    }

    /// A filter the reader keeps.
    ///
    /// @param isHere the one that stands in the address
    record Kept(String href, String name, String count, boolean isHere) {}

    RequestsPage {
        states = List.copyOf(states);
        lefts = List.copyOf(lefts);
        types = List.copyOf(types);
        institutions = List.copyOf(institutions);
    }
}
