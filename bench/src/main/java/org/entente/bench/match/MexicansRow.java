package org.entente.bench.match;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.entente.bench.Figure;
import org.entente.bench.Figure.Better;
import org.entente.match.score.Kind;

/// 50,000 invented Mexicans against the list's individuals: who of them is taken for one, by group.
record MexicansRow(Path data, long seed) implements MatchRow {
    private static final int MEXICANS = 50_000;

    @Override
    public String name() {
        return "mexicans";
    }

    @Override
    public void measure(Matcher matcher, Consumer<Figure> figures) throws IOException {
        TreasuryNames names = TreasuryNames.read(data, Kind.PERSON);
        NameTables tables = NameTables.read(data);
        List<InventedMexicans.Name> people = InventedMexicans.of(tables, seed, MEXICANS);
        List<Boolean> hits = FalseHits.of(
                matcher,
                matcher.index(names.facets()),
                people.stream().map(InventedMexicans.Name::full).toList());
        Report report = Report.of(figures, name(), matcher, names.source() + " " + tables.source() + " seed " + seed);
        double overall = FalseHits.share(hits);
        report.fault("false-hits", overall);
        double worst = 0;
        for (FalseHits.Rate rate : FalseHits.byGroup(hits, InventedMexicans.groups(people))) {
            report.fault("false-hits." + rate.group(), rate.share());
            report.figure("people." + rate.group(), rate.people(), "people", Better.HIGHER);
            worst = Math.max(worst, overall == 0 ? 0 : rate.share() / overall);
        }
        report.figure("worst-group", worst, "times the overall rate", Better.LOWER);
    }
}
