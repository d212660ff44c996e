package org.entente.console;

import org.entente.access.Access;
import org.entente.kernel.Action;
import org.entente.kernel.Officer;

/// What every page needs: the templates, the words of law, and what the reader may be offered.
record Office(Pages pages, Lexicon.Shelf shelf, Access access) {
    Lexicon lexicon(Frame frame) {
        return shelf.of(frame.words());
    }

    boolean offers(Officer officer, Action action) {
        return access.offers(officer, action);
    }
}
