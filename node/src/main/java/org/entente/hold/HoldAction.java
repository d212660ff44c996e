package org.entente.hold;

import org.entente.kernel.Action;

/// What an actor may do with the holdings.
public enum HoldAction implements Action {
    IMPORT("hold.import"),
    /// Read an import's report line by line.
    REPORT("hold.report"),
    SEARCH("hold.search"),
    OPEN("hold.open"),
    EXPORT("hold.export"),
    /// Build the discoverable set.
    DISCOVER("hold.discover"),
    /// From a handle that the peer names back to the subject.
    RESOLVE("hold.resolve"),
    COUNT("hold.count"),
    /// See the pairs that await a person.
    REVIEW("hold.review"),
    /// Say of two records whether they are of one subject; also to undo what was said.
    JUDGE("hold.judge");

    private final String key;

    HoldAction(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
