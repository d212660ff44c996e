package org.entente.ask;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Texts;

/// A line of a request's paper that is not what it was.
///
/// @param before empty if the line is new
/// @param after empty if the line is gone
public record Change(Bilingual heading, Bilingual label, Bilingual before, Bilingual after) {
    private static final Bilingual NOTHING = new Bilingual("", "");

    /// It is for another case now.
    static Change ofCase(String before, String after) {
        Texts texts = Texts.of("ask");
        return new Change(
                texts.bilingual("section.parties"),
                texts.bilingual("label.case"),
                new Bilingual(before, before),
                new Bilingual(after, after));
    }

    private record Place(Bilingual heading, Bilingual label, int nth) {}

    /// What differs, in the order of the paper as it is now; what is gone comes last.
    static List<Change> between(RequestDocument before, RequestDocument after) {
        Map<Place, Bilingual> old = lines(before);
        List<Change> changes = new ArrayList<>();
        lines(after).forEach((place, value) -> {
            Bilingual was = old.remove(place);
            if (was == null || !was.equals(value)) {
                changes.add(new Change(place.heading(), place.label(), was == null ? NOTHING : was, value));
            }
        });
        old.forEach((place, was) -> changes.add(new Change(place.heading(), place.label(), was, NOTHING)));
        return changes;
    }

    /// By heading and label; of lines with the same label, such as handling codes, by their order.
    private static Map<Place, Bilingual> lines(RequestDocument document) {
        Map<Place, Bilingual> lines = new LinkedHashMap<>();
        Map<Place, Integer> counts = new HashMap<>();
        for (RequestDocument.Section section : document.sections()) {
            for (RequestDocument.Line line : section.lines()) {
                int nth = counts.merge(new Place(section.heading(), line.label(), 0), 1, Integer::sum);
                lines.put(new Place(section.heading(), line.label(), nth), line.value());
            }
        }
        return lines;
    }
}
