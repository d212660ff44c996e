package org.entente.bench.match;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.entente.bench.Figure;
import org.entente.bench.match.AliasQueries.Label;
import org.entente.bench.match.AliasQueries.Query;
import org.entente.match.score.Facet;
import org.entente.match.score.Field;
import org.entente.match.score.Kind;
import org.entente.match.score.Value;

/// The list's individuals at the screening threshold: whom of the aliases it finds and which innocents it takes for
/// one.
record ScreeningRow(Path data, long seed) implements MatchRow {
    private static final int MEXICANS = 5_000;

    @Override
    public String name() {
        return "screening";
    }

    @Override
    public void measure(Matcher matcher, Consumer<Figure> figures) throws IOException {
        TreasuryNames names = TreasuryNames.read(data, Kind.PERSON);
        AliasQueries queries = AliasQueries.dev(data);
        Matcher.Index index = matcher.index(names.facets());
        Report report = Report.of(figures, name(), matcher, names.source() + " " + queries.source());
        List<Query> variants = queries.of(Kind.PERSON, Label.VARIANT, names);
        double[] found = new double[variants.size()];
        double[] one = new double[variants.size()];
        for (int at = 0; at < found.length; at++) {
            found[at] = isFound(matcher, index, names, variants.get(at)) ? 1 : 0;
            one[at] = 1;
        }
        report.share("recall", java.util.Arrays.stream(found).average().orElse(0));
        report.interval("recall", Interval.ofRatio(found, one, seed));
        Innocents innocents = Innocents.unitedStates(data);
        report.on(names.source() + " " + innocents.source())
                .fault("innocents-us", FalseHits.share(FalseHits.of(matcher, index, innocents.names())));
        NameTables tables = NameTables.read(data);
        List<InventedMexicans.Name> mexicans = InventedMexicans.of(tables, seed, MEXICANS);
        Report invented = report.on(names.source() + " " + tables.source() + " seed " + seed);
        invented.fault(
                "mexicans-full",
                FalseHits.share(FalseHits.of(
                        matcher,
                        index,
                        mexicans.stream().map(InventedMexicans.Name::full).toList())));
        invented.fault(
                "mexicans-one-surname",
                FalseHits.share(FalseHits.of(
                        matcher,
                        index,
                        mexicans.stream()
                                .map(InventedMexicans.Name::withOneSurname)
                                .toList())));
    }

    private static boolean isFound(Matcher matcher, Matcher.Index index, TreasuryNames names, Query query) {
        Facet asked = new Facet(Kind.PERSON, List.of(new Value(Field.NAME, query.alias(), "query")));
        return index.search(asked, FoundRanks.ITEMS).stream()
                .filter(hit -> hit.score() >= matcher.screeningThreshold())
                .map(hit -> names.items().get(hit.item()))
                .anyMatch(item -> item.uid().equals(query.uid()) && query.mayFind(item));
    }
}
