package org.entente.match.score;

import java.util.List;

/// One identity of a subject: the values that go together. Somebody with an assumed identity is two facets, so that a
/// false birth date never meets a true name in a score.
public record Facet(Kind kind, List<Value> values) {
    public Facet {
        values = List.copyOf(values);
    }

    public List<Value> of(Field field) {
        return values.stream().filter(value -> value.field() == field).toList();
    }
}
