package org.entente.bench.match;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.entente.bench.Figure;
import org.entente.match.score.Facet;

/// Records in memory, linked, and their clusters counted.
record LinkRow(String name, long seed, Source source) implements MatchRow {
    interface Source {
        TruthSet read() throws IOException;
    }

    @Override
    public void measure(Matcher matcher, Consumer<Figure> figures) throws IOException {
        measurePeer(matcher, figures);
    }

    @Override
    public void measurePeer(Linker linker, Consumer<Figure> figures) throws IOException {
        TruthSet set = source.read();
        List<List<Facet>> subjects =
                set.records().stream().map(Labelled::facets).toList();
        int[] found = linker.link(subjects, (one, other, probability) -> {});
        Report.of(figures, name, linker, set.source()).clusters(new Clusters(set.truth(), found), seed);
    }
}
