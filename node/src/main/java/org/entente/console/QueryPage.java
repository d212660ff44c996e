package org.entente.console;

import java.util.List;

/// The answer to one query. A hit that is cleared says so before anything else. `notAsked` are texts that were no
/// identifier of the type asked for; `notAskedState` is empty when there are none.
record QueryPage(
        String title,
        boolean demonstration,
        String state,
        List<ConfirmPage.Row> facts,
        boolean refused,
        String refusal,
        List<Hit> hits,
        String notKnown,
        List<String> notAsked,
        String notAskedState,
        String learned) {
    /// One value the other party knows. `next` is what may be done with it, `request` where a
    /// request about it is written; `caution` says of when its status is.
    record Hit(String value, List<Mark> marks, String next, String handle, String request, String caution) {
        Hit {
            marks = List.copyOf(marks);
        }
    }

    QueryPage {
        facts = List.copyOf(facts);
        hits = List.copyOf(hits);
        notAsked = List.copyOf(notAsked);
    }
}
