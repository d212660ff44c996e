package org.entente.match.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.match.Explanation;
import org.entente.match.Identifiers;
import org.entente.match.Segment;
import org.entente.match.Segment.Meaning;

/// What the keys of a person say of birth date and sex where the record says nothing of them itself. Evidence in a
/// comparison and nothing else: it is not kept as the person's.
final class Derived {
    private static final List<Field> KEYS = List.of(Field.CURP, Field.INE_KEY);

    private Derived() {}

    /// The values of the facet and what its keys add. The source of what is added names the key it is read from.
    static List<Value> with(Facet facet) {
        if (facet.kind() != Kind.PERSON
                || (!facet.of(Field.BIRTH_DATE).isEmpty()
                        && !facet.of(Field.SEX).isEmpty())) {
            return facet.values();
        }
        List<Value> values = new ArrayList<>(facet.values());
        for (Field key : KEYS) {
            for (Value value : facet.of(key)) {
                Explanation says = Identifiers.explain(key.identifier().orElseThrow(), value.text());
                add(facet, values, says, Meaning.BIRTH_DATE, Field.BIRTH_DATE, value);
                add(facet, values, says, Meaning.SEX, Field.SEX, value);
            }
        }
        return values;
    }

    private static void add(
            Facet facet, List<Value> values, Explanation says, Meaning meaning, Field field, Value from) {
        Optional<String> said = says.says().stream()
                .filter(segment -> segment.meaning() == meaning)
                .map(Segment::value)
                .filter(text -> !text.isEmpty())
                .findFirst();
        if (said.isPresent() && facet.of(field).isEmpty()) {
            values.add(new Value(field, said.get(), from.source()));
        }
    }
}
