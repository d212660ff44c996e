package org.entente.bench.match;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.entente.bench.Figure;
import org.entente.bench.Figure.Better;
import org.entente.match.score.Facet;

/// The bilingual population from raw CSV to clusters, the matcher trained on another seed's; twice, to see whether
/// both runs say the same to the last bit. The memory is that of the whole process.
record PeopleRow(Path data, long seed, int subjectCount) implements MatchRow {
    /// Subjects a side that a matcher may learn from.
    private static final int TRAINING = 100_000;

    /// Any that is not the measured one.
    private static final long OTHER_SEED = 0x5EED;

    @Override
    public String name() {
        return "people";
    }

    @Override
    public void measure(Matcher untrained, Consumer<Figure> figures) throws IOException {
        NameTables tables = NameTables.read(data);
        Path folder = Files.createTempDirectory("entente-match-");
        PopulationFiles files = new PopulationFiles(folder);
        try {
            List<Labelled> known =
                    new BilingualPopulation(tables, seed ^ OTHER_SEED, Math.min(TRAINING, subjectCount)).records();
            Matcher matcher =
                    untrained.trained(known.stream().map(Labelled::facets).toList());
            files.write(new BilingualPopulation(tables, seed, subjectCount));
            String source =
                    FileHash.of(files.files().toArray(Path[]::new)) + " from " + tables.source() + " seed " + seed;
            Report report = Report.of(figures, name(), matcher, source);
            linked(report, matcher, files);
        } finally {
            for (Path file : files.files()) {
                Files.deleteIfExists(file);
            }
            Files.delete(folder);
        }
    }

    private void linked(Report report, Matcher matcher, PopulationFiles files) throws IOException {
        PeakMemory.forget();
        long start = System.nanoTime();
        DoubtfulPairs pairs = new DoubtfulPairs();
        int[] found = matcher.link(facets(files), pairs);
        report.figure("wall", (System.nanoTime() - start) / 1e9, "s", Better.LOWER);
        PeakMemory.gigabytes().ifPresent(peak -> report.figure("peak-memory", peak, "GB", Better.LOWER));
        int[] truth = files.truth();
        report.clusters(new Clusters(truth, found), seed);
        Calibration calibration = pairs.against(truth);
        report.figure("pairs-in-doubt", calibration.count(), "pairs", Better.LOWER);
        calibration.error().ifPresent(error -> report.fault("calibration-error", error));
        DoubtfulPairs again = new DoubtfulPairs();
        boolean same = Arrays.equals(found, matcher.link(facets(files), again)) && again.digest() == pairs.digest();
        report.figure("identical-runs", same ? 1 : 0, "yes or no", Better.HIGHER);
    }

    private static Iterable<List<Facet>> facets(PopulationFiles files) {
        return () -> {
            Iterator<Labelled> records = files.records().iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return records.hasNext();
                }

                @Override
                public List<Facet> next() {
                    return records.next().facets();
                }
            };
        };
    }
}
