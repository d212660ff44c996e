package org.entente.console;

import java.util.List;
import org.entente.kernel.Bilingual;

/// One part of a document as it will stand on paper, in both languages: a heading and its labelled lines.
record PaperPart(Bilingual heading, List<Row> lines) {
    /// One line; the label may be empty.
    record Row(Bilingual label, Bilingual value) {
        Row(Bilingual value) {
            this(new Bilingual("", ""), value);
        }

        /// The label as it stands before its value: with a colon, unless it asks.
        Bilingual lead() {
            return new Bilingual(lead(label.en()), lead(label.es()));
        }

        private static String lead(String text) {
            return text.isEmpty() || text.endsWith("?") ? text : text + ":";
        }
    }

    PaperPart {
        lines = List.copyOf(lines);
    }

    PaperPart(Bilingual heading, Bilingual text) {
        this(heading, List.of(new Row(text)));
    }
}
