package org.entente.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a person typed, and what is wrong with it. Values are kept as typed so that nothing is lost on an error.
record Form(Map<String, List<String>> values, List<FieldError> errors) {
    /// An error under a field; the summary at the top links to it.
    record FieldError(String field, String text) {}

    static final Form EMPTY = new Form(Map.of(), List.of());

    Form {
        values = Map.copyOf(values);
        errors = List.copyOf(errors);
    }

    static Form of(Map<String, List<String>> values) {
        return new Form(values, List.of());
    }

    /// The first value, trimmed; empty when absent.
    String value(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? "" : all.getFirst().strip();
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    boolean has(String name, String value) {
        return all(name).contains(value);
    }

    boolean isBroken() {
        return !errors.isEmpty();
    }

    /// Empty when the field is in order.
    String error(String name) {
        return errors.stream()
                .filter(error -> error.field().equals(name))
                .map(FieldError::text)
                .findFirst()
                .orElse("");
    }

    /// Whether this is all that is wrong: then the cursor stands here, else at the summary.
    boolean stopsAt(String name) {
        return errors.size() == 1 && errors.getFirst().field().equals(name);
    }

    Form with(String field, String text) {
        List<FieldError> more = new ArrayList<>(errors);
        more.add(new FieldError(field, text));
        return new Form(values, more);
    }

    /// An error under each of these fields that is blank.
    Form demanding(Words words, String... names) {
        Form form = this;
        for (String name : names) {
            if (value(name).isEmpty()) {
                form = form.with(name, words.of("error.needed"));
            }
        }
        return form;
    }
}
