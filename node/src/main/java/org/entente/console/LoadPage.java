package org.entente.console;

import java.util.List;

/// The files of one profile to be loaded.
record LoadPage(
        String profile,
        String name,
        String publisher,
        List<Part> parts,
        boolean isList,
        Form form,
        List<Choice> choices) {
    /// `field` is the name of the file's input, `date` of the day it is of when that is another than the list's; empty
    /// for the first part, whose day is the list's.
    record Part(String field, String label, String hint, String date) {}

    LoadPage {
        parts = List.copyOf(parts);
        choices = List.copyOf(choices);
    }
}
