package org.entente.console;

import java.util.List;
import org.entente.kernel.Bilingual;

/// One part of a document as it will stand on paper, in both languages: a heading and its labelled lines.
record PaperPart(Bilingual heading, List<Row> lines) {
    /// One line; the label may be empty.
    record Row(Bilingual label, Bilingual value) {}

    private static final Bilingual NO_LABEL = new Bilingual("", "");

    PaperPart {
        lines = List.copyOf(lines);
    }

    PaperPart(Bilingual heading, Bilingual text) {
        this(heading, List.of(new Row(NO_LABEL, text)));
    }
}
