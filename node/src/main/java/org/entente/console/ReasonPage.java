package org.entente.console;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
        String name();

        String label();

        record One(String name, String label, String hint, List<Choice> choices) implements Field {}

        record Several(String name, String label, String hint, List<Choice> choices) implements Field {}

        record Line(String name, String label, String hint, int lengthMax) implements Field {}

        record Text(String name, String label, String hint, int lengthMax, String lang) implements Field {}

        record Day(String name, String label, String hint) implements Field {}

        record Moment(String name, String label, String hint) implements Field {}

        record Whole(String name, String label, String hint) implements Field {}

        /// What goes back as it came, unseen.
        record Kept(String name, String value) implements Field {
            @Override
            public String label() {
                return name;
            }
        }
    }

    /// What each field is called, for the summary of what is wrong.
    static Map<String, String> labels(List<Field> fields) {
        return fields.stream().collect(Collectors.toMap(Field::name, Field::label));
    }

    Map<String, String> labels() {
        return labels(fields);
    }

    /// One thing is wrong: the cursor stands at it. Several: at the summary, which leads to each.
    boolean stopsAtField() {
        return labels().keySet().stream().anyMatch(form::stopsAt);
    }

    ReasonPage {
        fields = List.copyOf(fields);
        paper = List.copyOf(paper);
    }
}
