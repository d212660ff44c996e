package org.entente.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One pair of records side by side, with the form that judges it; no pair when none awaits a person. `before`
/// and `next` lead to the neighbours in the queue, empty at its ends and for a pair that was opened by itself.
record ReviewPage(String state, @Nullable Pair pair, Form form, String before, String next) {
    /// `action` is where the judgement goes, with what leads back; `undoes` that a reason is needed.
    record Pair(Side one, Side other, List<Row> rows, JudgedView judged, String action, boolean undoes, String back) {
        Pair {
            rows = List.copyOf(rows);
        }
    }

    /// One record: its name, its own source and status.
    record Side(String name, String href, List<Mark> marks, String source, String caution) {
        Side {
            marks = List.copyOf(marks);
        }
    }

    /// What both say of one property; `differs` where they do not say the same.
    record Row(String property, List<String> one, List<String> other, boolean differs) {
        Row {
            one = List.copyOf(one);
            other = List.copyOf(other);
        }
    }
}
