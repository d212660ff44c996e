package org.entente.console;

import java.util.List;

/// What the law says, as a reader sees it: one sentence, the rules that hold with their article, what must be known
/// first, and whether an article is still unchecked.
record RulingView(String sentence, Mark.Tone tone, List<Line> lines, List<String> missing, boolean provisional) {
    /// One rule that holds.
    record Line(String article, String text, boolean checked) {}

    RulingView {
        lines = List.copyOf(lines);
        missing = List.copyOf(missing);
    }
}
