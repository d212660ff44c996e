package org.entente.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writing a request: first its type, then the form of the agreement's pack for that type. `notice` is what the
/// pack says over every request of the type. `lawAsks` are facts and undertakings that the law wants stated before it
/// can say yes. `number`, `note` and `ruling` stand over a draft that
/// is mended: its number, what the lawyer wrote who gave it back, what the law says of it now.
record WriteRequestPage(
        String type,
        String title,
        String notice,
        String number,
        String note,
        @Nullable RulingView ruling,
        List<TypeRow> types,
        Form form,
        List<Choice> institutions,
        List<Choice> bases,
        List<Choice> purposes,
        List<Choice> urgencies,
        List<Choice> offences,
        List<Choice> handling,
        List<Part> parts,
        List<ReasonPage.Field> lawAsks) {
    record TypeRow(String href, String title, String text) {}

    /// A heading of the form with its fields and the provisions that ask for them.
    record Part(String heading, List<ReasonPage.Field> fields, String articles) {
        Part {
            fields = List.copyOf(fields);
        }
    }

    Map<String, String> labels() {
        List<ReasonPage.Field> fields = new ArrayList<>(lawAsks);
        parts.forEach(part -> fields.addAll(part.fields()));
        return ReasonPage.labels(fields);
    }

    /// One thing is wrong: the cursor stands at it. Several: at the summary, which leads to each. What an officer's own
    /// institution may not ask stands at no field.
    boolean stopsAtField() {
        return form.errors().size() == 1 && !form.stopsAt("from");
    }

    /// Where the cursor stands in a new form: at the first head field that is empty.
    boolean beginsAt(String field) {
        boolean filled = !form.value("to").isEmpty();
        return !form.isBroken() && number.isEmpty() && field.equals(filled ? "case" : "to");
    }

    String action() {
        return number.isEmpty() ? "/requests/new" : "/requests/" + number + "/revision";
    }

    /// Two forms of one type are two drafts when a hit, or a number, tells them apart.
    String draft() {
        if (!number.isEmpty()) {
            return "revision-" + number;
        }
        String reference = form.value("reference");
        return "request-" + type + (reference.isEmpty() ? "" : "-" + reference);
    }

    WriteRequestPage {
        types = List.copyOf(types);
        institutions = List.copyOf(institutions);
        bases = List.copyOf(bases);
        purposes = List.copyOf(purposes);
        urgencies = List.copyOf(urgencies);
        offences = List.copyOf(offences);
        handling = List.copyOf(handling);
        parts = List.copyOf(parts);
        lawAsks = List.copyOf(lawAsks);
    }
}
