package org.entente.agreement;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How the node itself reads a fact from a request, so that nobody need state it.
public sealed interface FactReading {
    /// Yes if any of the tests holds, no if none does.
    record AnyOf(List<FieldTest> tests) implements FactReading {
        public AnyOf {
            tests = List.copyOf(tests);
        }
    }

    /// The value of a field of the form.
    record ValueOf(String field) implements FactReading {}

    /// Whether the request's purpose serves a criminal investigation or prosecution.
    record CriminalPurpose() implements FactReading {}

    /// Holds where the field is filled; with a value, where it has that one. The empty value stands for any.
    record FieldTest(String field, String value) {
        boolean holds(Map<String, String> fields) {
            String filled = fields.getOrDefault(field, "");
            return value.isEmpty() ? !filled.isBlank() : filled.equals(value);
        }
    }

    /// Reads the fact from the form of a measure.
    ///
    /// @return empty where the form has no such field, or the field is not filled: then nothing is known
    static Optional<Fact> read(FactTerm term, Measure measure, Map<String, String> fields, boolean criminalPurpose) {
        return switch (term.reading()) {
            case AnyOf any ->
                any.tests().stream()
                                .anyMatch(test -> measure.field(test.field()).isPresent())
                        ? Optional.of(Fact.of(any.tests().stream().anyMatch(test -> test.holds(fields))))
                        : Optional.empty();
            case ValueOf value -> Optional.ofNullable(fields.get(value.field())).flatMap(term::parse);
            case CriminalPurpose _ -> Optional.of(Fact.of(criminalPurpose));
            case null -> Optional.empty();
        };
    }
}
