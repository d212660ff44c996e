package org.entente.console;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an act will do before it is done: the effect, who will see it by name, the law by article, what cannot be
/// undone. `fields` are sent on unchanged; `draft` names the kept draft that ends with it, empty for none.
record ConfirmPage(
        String title,
        String over,
        List<Row> rows,
        String warning,
        List<PaperPart> paper,
        @Nullable RulingView ruling,
        String action,
        Map<String, List<String>> fields,
        String button,
        boolean grave,
        String back) {
    /// One line of facts.
    record Row(String label, String text) {}

    ConfirmPage {
        rows = List.copyOf(rows);
        paper = List.copyOf(paper);
        fields = Map.copyOf(fields);
    }
}
