package org.entente.console;

import java.util.Arrays;
import org.entente.kernel.Action;

/// A place on the rail, its path and the action a person must have for it to be shown.
enum Place {
    INBOX("inbox", "ask.read"),
    FIND("find", "find.ask"),
    HOLDINGS("holdings", "hold.search"),
    REQUESTS("requests", "ask.read"),
    RELEASES("releases", "release.read"),
    OPERATIONS("operations", "act.read"),
    PROOF("proof", "exchange.see-logs"),
    ABOUT("about", "");

    private final String word;
    private final String actionKey;

    Place(String word, String actionKey) {
        this.word = word;
        this.actionKey = actionKey;
    }

    /// First segment of its paths, its icon, and its text key after `place.`.
    String word() {
        return word;
    }

    String path() {
        return "/" + word;
    }

    Action action() {
        return () -> actionKey;
    }

    static Place ofPath(String path) {
        return Arrays.stream(values())
                .filter(place -> path.equals(place.path()) || path.startsWith(place.path() + "/"))
                .findFirst()
                .orElse(ABOUT);
    }
}
