package org.entente.ask;

import java.util.List;
import org.entente.kernel.Bilingual;

/// A request as a bilingual paper: title, notices to stand at the top, sections of labelled lines. Screens, prints and
/// previews show it in this order. What a person typed is the same in both languages.
public record RequestDocument(Bilingual title, List<Bilingual> notices, List<Section> sections) {
    public RequestDocument {
        notices = List.copyOf(notices);
        sections = List.copyOf(sections);
    }

    public record Section(Bilingual heading, List<Line> lines) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    public record Line(Bilingual label, Bilingual value) {}
}
