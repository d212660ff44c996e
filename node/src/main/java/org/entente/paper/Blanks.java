package org.entente.paper;

import java.util.List;

/// What a person fills in under a printed document.
final class Blanks {
    static final List<String> KEYS = List.of("blank.name", "blank.signature", "blank.place");

    private Blanks() {}
}
