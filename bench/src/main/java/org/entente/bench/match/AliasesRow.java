package org.entente.bench.match;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.entente.bench.Figure;
import org.entente.bench.Figure.Better;
import org.entente.bench.match.AliasQueries.Label;
import org.entente.bench.match.AliasQueries.Query;
import org.entente.match.score.Facet;
import org.entente.match.score.Field;
import org.entente.match.score.Kind;
import org.entente.match.score.Value;

/// Each alias of a Mexican subject sought by name alone among all other names of the list.
record AliasesRow(Path data, long seed) implements MatchRow {
    private static final Map<Kind, List<Label>> LABELS = Map.of(
            Kind.PERSON, List.of(Label.VARIANT, Label.GIVEN_ONLY, Label.OTHER_IDENTITY),
            Kind.ORGANISATION, List.of(Label.VARIANT, Label.ACRONYM_OR_OTHER));

    @Override
    public String name() {
        return "aliases";
    }

    @Override
    public void measure(Matcher matcher, Consumer<Figure> figures) throws IOException {
        AliasQueries queries = AliasQueries.dev(data);
        for (Kind kind : List.of(Kind.PERSON, Kind.ORGANISATION)) {
            TreasuryNames names = TreasuryNames.read(data, kind);
            Matcher.Index index = matcher.index(names.facets());
            Report report = Report.of(figures, name(), matcher, names.source() + " " + queries.source());
            for (Label label : LABELS.getOrDefault(kind, List.of())) {
                String figure = label.name().toLowerCase(Locale.ROOT).replace('_', '-');
                recall(
                        report,
                        kind == Kind.PERSON ? figure : "entity-" + figure,
                        queries.of(kind, label, names),
                        names,
                        index);
            }
        }
    }

    private void recall(Report report, String figure, List<Query> queries, TreasuryNames names, Matcher.Index index) {
        double[] first = new double[queries.size()];
        double[] amongTen = new double[queries.size()];
        double[] one = new double[queries.size()];
        for (int at = 0; at < one.length; at++) {
            Query query = queries.get(at);
            Facet asked = new Facet(query.kind(), List.of(new Value(Field.NAME, query.alias(), "query")));
            int rank = FoundRanks.worst(query, names, index.search(asked, FoundRanks.ITEMS));
            one[at] = 1;
            first[at] = rank == 1 ? 1 : 0;
            amongTen[at] = rank <= 10 ? 1 : 0;
        }
        report.figure(figure + ".queries", one.length, "queries", Better.HIGHER);
        report.share(figure + ".recall-1", mean(first));
        report.interval(figure + ".recall-1", Interval.ofRatio(first, one, seed));
        report.share(figure + ".recall-10", mean(amongTen));
        report.interval(figure + ".recall-10", Interval.ofRatio(amongTen, one, seed));
    }

    private static double mean(double[] values) {
        return java.util.Arrays.stream(values).average().orElse(0);
    }
}
