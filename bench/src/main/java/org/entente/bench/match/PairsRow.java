package org.entente.bench.match;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.entente.bench.Figure;
import org.entente.bench.Figure.Better;
import org.entente.match.score.Facet;

/// How many pairs of people a core compares in a second.
record PairsRow(Path data, long seed) implements MatchRow {
    private static final int SUBJECTS = 20_000;

    @Override
    public String name() {
        return "pairs";
    }

    @Override
    public void measure(Matcher matcher, Consumer<Figure> figures) throws IOException {
        NameTables tables = NameTables.read(data);
        List<List<Facet>> subjects = new BilingualPopulation(tables, seed, SUBJECTS)
                .records().stream().map(Labelled::facets).toList();
        matcher.pairRate(subjects)
                .ifPresent(rate -> Report.of(figures, name(), matcher, "seed " + seed)
                        .figure("rate", rate, "pairs/s", Better.HIGHER));
    }
}
