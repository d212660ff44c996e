package org.entente.ledger.bundle;

/// The crossings of a story, in order. An answer replies to the request, the terms to the answer.
public enum Step {
    REQUEST("1-request"),
    ANSWER("2-answer"),
    /// The asking party's acceptance of the terms under which the answer may be opened.
    TERMS("3-terms");

    private final String prefix;

    Step(String prefix) {
        this.prefix = prefix;
    }

    /// What the step's members in the bundle begin with.
    String prefix() {
        return prefix;
    }
}
