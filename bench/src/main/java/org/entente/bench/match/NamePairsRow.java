package org.entente.bench.match;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.entente.bench.Figure;
import org.entente.bench.Figure.Better;
import org.entente.bench.match.NamePairs.NamePair;
import org.entente.bench.match.NamePairs.Quality;

/// Pairs of names at the matcher's one threshold.
record NamePairsRow(Path data, long seed) implements MatchRow {
    @Override
    public String name() {
        return "name_bench_dev";
    }

    @Override
    public void measure(Matcher matcher, Consumer<Figure> figures) throws IOException {
        NamePairs set = NamePairs.dev(data);
        Report report = Report.of(figures, name(), matcher, set.source());
        List<NamePair> pairs = set.pairs();
        double[] twiceCommon = new double[pairs.size()];
        double[] foundAndActual = new double[pairs.size()];
        int common = 0;
        int found = 0;
        int strongWrong = 0;
        for (int at = 0; at < pairs.size(); at++) {
            NamePair pair = pairs.get(at);
            boolean says = score(matcher, pair) >= matcher.nameThreshold();
            twiceCommon[at] = says && pair.isMatch() ? 2 : 0;
            foundAndActual[at] = (says ? 1 : 0) + (pair.isMatch() ? 1 : 0);
            common += says && pair.isMatch() ? 1 : 0;
            found += says ? 1 : 0;
            strongWrong += pair.quality() == Quality.STRONG && says != pair.isMatch() ? 1 : 0;
        }
        PairCounts counts = new PairCounts(
                common, found, pairs.stream().filter(NamePair::isMatch).count());
        report.share("f1", counts.f1());
        report.interval("f1", Interval.ofRatio(twiceCommon, foundAndActual, seed));
        report.share("precision", counts.precision());
        report.share("recall", counts.recall());
        report.figure("strong-wrong", strongWrong, "pairs", Better.LOWER);
    }

    private static double score(Matcher matcher, NamePair pair) {
        return pair.kinds().stream()
                .mapToDouble(kind -> matcher.compare(kind, pair.one(), pair.other()))
                .max()
                .orElseThrow();
    }
}
