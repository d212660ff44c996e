package org.entente.console;

import java.util.Arrays;
import java.util.List;
import org.entente.kernel.Action;

/// A place on the rail: its path, its letter on the keyboard after `g`, and the actions of which a person must have one
/// for it to be shown. Those who run the node find theirs at the end.
enum Place {
    INBOX("inbox", "i", "ask.read"),
    FIND("find", "f", "find.ask find.see-queries find.see-evaluations"),
    HOLDINGS("holdings", "h", "hold.search"),
    REVIEW("review", "v", "hold.review"),
    REQUESTS("requests", "r", "ask.read"),
    RELEASES("releases", "l", "release.read"),
    OPERATIONS("operations", "o", "act.read"),
    COOPERATION("cooperation", "c", "ask.see-figures"),
    CONTACTS("contacts", "k", "contact.read"),
    PROOF("proof", "p", "exchange.see-logs"),
    IMPORTS("imports", "m", "hold.import"),
    SETS("sets", "s", "find.publish"),
    PARTY("party", "a", "exchange.see-peers"),
    OFFICERS("officers", "u", "access.list-officers access.grant-mandate"),
    ABOUT("about", "", "");

    private final String word;
    private final String letter;
    /// Separated by spaces.
    private final String actionKeys;

    Place(String word, String letter, String actionKeys) {
        this.word = word;
        this.letter = letter;
        this.actionKeys = actionKeys;
    }

    /// First segment of its paths, its icon, and its text key after `place.`.
    String word() {
        return word;
    }

    String letter() {
        return letter;
    }

    String path() {
        return "/" + word;
    }

    List<Action> actions() {
        return Arrays.stream(actionKeys.split(" "))
                .<Action>map(key -> () -> key)
                .toList();
    }

    static Place ofPath(String path) {
        return Arrays.stream(values())
                .filter(place -> path.equals(place.path()) || path.startsWith(place.path() + "/"))
                .findFirst()
                .orElse(ABOUT);
    }
}
