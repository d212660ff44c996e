package org.entente.hold.resolve;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.hold.Likeness;
import org.entente.kernel.Statement;
import org.entente.match.Names;
import org.entente.match.score.Facet;
import org.entente.match.score.Field;
import org.entente.match.score.Judgement;
import org.entente.match.score.Kind;
import org.entente.match.score.Model;
import org.entente.match.score.Part;
import org.entente.match.score.Value;

/// A judgement of two facets with the source of every value in it.
public final class Waterfall {
    private static final List<Field> NAMING =
            List.of(Field.NAME, Field.GIVEN_NAME, Field.SURNAME, Field.PATERNAL_SURNAME, Field.MATERNAL_SURNAME);

    private final Facet one;
    private final Facet other;
    private final Map<String, Statement> statements;

    private Waterfall(Facet one, Facet other, Map<String, Statement> statements) {
        this.one = one;
        this.other = other;
        this.statements = statements;
    }

    /// @param statements by id, what the reader may see of those that the facets were read from
    public static Likeness of(Facet one, Facet other, Map<String, Statement> statements) {
        Judgement judgement = Model.shipped().judge(one, other);
        Waterfall waterfall = new Waterfall(one, other, statements);
        return new Likeness(
                judgement.priorBits(),
                judgement.parts().stream().map(waterfall::part).toList(),
                judgement.bits(),
                others(one.kind(), judgement));
    }

    private Likeness.Part part(Part part) {
        return new Likeness.Part(
                part.what(),
                side(one, part.what(), part.left()),
                side(other, part.what(), part.right()),
                part.level(),
                part.m(),
                part.u(),
                part.bits());
    }

    private Likeness.Side side(Facet facet, String what, String text) {
        Optional<Value> value = facet.values().stream()
                .filter(each -> each.field().name().equals(what) && each.text().equals(text))
                .findFirst()
                .or(() -> name(facet, text));
        return new Likeness.Side(
                text,
                text.isEmpty()
                        ? Optional.empty()
                        : value.map(each -> statements.get(each.source()))
                                .map(statement -> new Likeness.Stated(statement.value(), statement.source())));
    }

    /// A part of a name: the first name that has the word.
    private static Optional<Value> name(Facet facet, String word) {
        List<Value> names = facet.values().stream()
                .filter(value -> NAMING.contains(value.field()))
                .toList();
        List<String> sought = Names.tokens(word);
        return names.stream()
                .filter(value -> Names.tokens(value.text()).containsAll(sought))
                .findFirst()
                .or(() -> names.stream().findFirst());
    }

    /// The population by how often two of its people agree in each part that speaks for one person. That the
    /// parts are independent is the model's own assumption.
    private static Optional<Double> others(Kind kind, Judgement judgement) {
        List<Part> agreeing = judgement.parts().stream()
                .filter(part -> part.bits() > 0 && part.u() > 0)
                .toList();
        if (kind != Kind.PERSON || agreeing.isEmpty()) {
            return Optional.empty();
        }
        double share = agreeing.stream().mapToDouble(Part::u).reduce(1, (left, right) -> left * right);
        return Optional.of(Likeness.POPULATION * share);
    }
}
