package org.entente.bench.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.entente.bench.Figure;
import org.entente.match.score.Facet;
import org.entente.match.score.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MatchBenchTest {
    private static final Path DATA = Path.of("/nonexistent");

    /// Says what it was told to: everybody is alone, nobody is found, no two names are alike.
    private record Silent(String name) implements Matcher {
        @Override
        public String constants() {
            return "none";
        }

        @Override
        public int[] link(Iterable<List<Facet>> subjects, ScoredPairs pairs) {
            pairs.pair(0, 1, 0.5);
            return IntStream.range(0, (int)
                            StreamSupport.stream(subjects.spliterator(), false).count())
                    .toArray();
        }

        @Override
        public Index index(List<Facet> items) {
            return (query, limit) -> List.of();
        }

        @Override
        public double compare(Kind kind, String one, String other) {
            return 0;
        }

        @Override
        public double nameThreshold() {
            return 1;
        }

        @Override
        public double screeningThreshold() {
            return 1;
        }
    }

    private static Map<String, Figure> figures(@Nullable String only, Matcher... matchers) throws IOException {
        List<Figure> figures = new ArrayList<>();
        new MatchBench(List.of(matchers), List.of(), SharedData.folder(), only, 1, 500).run(figures::add);
        return figures.stream().collect(Collectors.toMap(Figure::name, figure -> figure));
    }

    private static Figure figure(Map<String, Figure> figures, String name) {
        return Objects.requireNonNull(figures.get(name), name);
    }

    private static double value(Map<String, Figure> figures, String name) {
        return Objects.requireNonNull(figure(figures, name).value(), name);
    }

    @Test
    void onlyTheEngineHasGoalsAndStandsBesideTheBestKnown() throws IOException {
        Map<String, Figure> figures = figures("febrl3", new Silent(""), new TokensAndTrigrams());
        Figure own = figure(figures, "match.febrl3.f1");
        assertEquals(0.997, own.goal());
        assertEquals(0.996, own.peer());
        assertEquals(false, own.holds());
        Figure peers = figure(figures, "match.febrl3.f1@tokens");
        assertEquals(null, peers.goal());
        assertEquals(null, peers.peer());
        String source = Objects.requireNonNull(own.source());
        assertTrue(source.matches("febrl3.csv sha256:[0-9a-f]{64}; constants: none"), source);
    }

    @Test
    @Tag("nightly")
    void everyTargetIsOfAFigureThatIsMeasured() throws IOException {
        Map<String, Figure> figures = figures(null, new Silent(""), new TokensAndTrigrams());
        for (String figure : Targets.figures()) {
            boolean isOfEngineAlone = figure.equals("pairs.rate") || figure.equals("people.calibration-error");
            assertTrue(isOfEngineAlone || figures.containsKey("match." + figure), figure);
        }
        assertEquals(447, value(figures, "match.identifiers.curp-valid"));
        assertEquals(true, figure(figures, "match.people.identical-runs").holds());
        assertEquals(0, value(figures, "match.senzing_truth.extra"));
        assertTrue(value(figures, "match.aliases.variant.recall-10@tokens") > 0.9, "as the reference measured");
        assertEquals(0, value(figures, "match.aliases.variant.recall-10"));
    }

    @Test
    void aRowOrFolderThatIsNotThereIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new MatchBench(SharedData.folder(), "febrl9", 1, 500));
        assertThrows(IOException.class, () -> new MatchBench(DATA, null, 1, 500));
    }

    @Test
    void tiesTakeTheWorstRank() {
        TreasuryNames names = new TreasuryNames(
                "",
                Kind.PERSON,
                List.of(item("1", "A"), item("2", "B"), item("2", "C"), item("3", "D"), item("4", "E")),
                java.util.Set.of("1", "2", "3", "4"));
        AliasQueries.Query query = new AliasQueries.Query("3", Kind.PERSON, AliasQueries.Label.VARIANT, "X");
        List<Matcher.Hit> hits =
                List.of(new Matcher.Hit(1, 9), new Matcher.Hit(2, 9), new Matcher.Hit(3, 5), new Matcher.Hit(0, 5));
        assertEquals(3, FoundRanks.worst(query, names, hits), "a subject counts once, a tie counts against");
        AliasQueries.Query own = new AliasQueries.Query("3", Kind.PERSON, AliasQueries.Label.VARIANT, "d");
        assertEquals(Integer.MAX_VALUE, FoundRanks.worst(own, names, hits), "its own name is held out");
    }

    @Test
    void falseHitsAreCountedByGroup() {
        assertEquals(
                List.of(new FalseHits.Rate("a", 2, 1), new FalseHits.Rate("b", 2, 2)),
                FalseHits.byGroup(List.of(true, false, true), List.of(List.of("a", "b"), List.of("a"), List.of("b"))));
    }

    private static TreasuryNames.Item item(String uid, String name) {
        return new TreasuryNames.Item(uid, name, TreasuryNames.Origin.PRIMARY);
    }
}
