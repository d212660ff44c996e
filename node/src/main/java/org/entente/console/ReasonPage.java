package org.entente.console;

import java.util.List;

/// A form that asks for a decision's reasons: a ground where one is needed, then free text. `fields` are shown in
/// order.
record ReasonPage(
        String title,
        String over,
        String state,
        Form form,
        List<Field> fields,
        List<PaperPart> paper,
        String action,
        String button,
        boolean grave,
        String back,
        String draft) {
    /// One field: a choice of one, of several, a line, a long text, or a moment in time.
    sealed interface Field {
        record One(String name, String label, String hint, List<Choice> choices) implements Field {}

        record Several(String name, String label, String hint, List<Choice> choices) implements Field {}

        record Line(String name, String label, String hint, int lengthMax) implements Field {}

        record Text(String name, String label, String hint, int lengthMax, String lang) implements Field {}

        record Day(String name, String label, String hint) implements Field {}

        record Moment(String name, String label, String hint) implements Field {}

        record Whole(String name, String label, String hint) implements Field {}
    }

    ReasonPage {
        fields = List.copyOf(fields);
        paper = List.copyOf(paper);
    }
}
