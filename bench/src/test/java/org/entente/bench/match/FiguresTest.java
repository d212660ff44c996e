package org.entente.bench.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// Every figure on an example that was counted by hand.
class FiguresTest {
    private static final double EXACT = 1e-12;

    /// Truth {a b c} {d e}, found {a b} {c d e}: pairs ab, de of ab, cd, ce, de and of ab, ac, bc, de.
    private final Clusters moved = new Clusters(new int[] {1, 1, 1, 2, 2}, new int[] {7, 7, 9, 9, 9});

    @Test
    void pairsAreCountedOverFinalClusters() {
        PairCounts pairs = moved.pairs();
        assertEquals(new PairCounts(2, 4, 4), pairs);
        assertEquals(0.5, pairs.precision(), EXACT);
        assertEquals(0.5, pairs.recall(), EXACT);
        assertEquals(0.5, pairs.f1(), EXACT);
        assertEquals(4 / 10.0, pairs.f1FalseTwice(), EXACT);
        assertEquals(2, pairs.extra());
    }

    @Test
    void bCubedIsTheMeanOverRecords() {
        PrecisionRecall bCubed = moved.bCubed();
        // a, b: 1; c: 1/3; d, e: 2/3.
        assertEquals((1 + 1 + 1 / 3.0 + 2 / 3.0 + 2 / 3.0) / 5, bCubed.precision(), EXACT);
        // a, b: 2/3; c: 1/3; d, e: 1.
        assertEquals((2 / 3.0 + 2 / 3.0 + 1 / 3.0 + 1 + 1) / 5, bCubed.recall(), EXACT);
        assertEquals(11 / 15.0, bCubed.f1(), EXACT);
    }

    @Test
    void whatIsAllRightOrAllAloneHasItsShares() {
        int[] truth = {4, 4, 5};
        assertEquals(1, new Clusters(truth, truth).pairs().f1());
        assertEquals(1, new Clusters(truth, truth).bCubed().f1());
        PairCounts alone = new Clusters(truth, new int[] {1, 2, 3}).pairs();
        assertEquals(1, alone.precision(), "nothing found, nothing wrong");
        assertEquals(0, alone.recall());
        assertEquals(0, alone.f1());
        assertEquals(1, new Clusters(new int[0], new int[0]).pairs().f1());
    }

    @Test
    void countingByCellsEqualsCountingEveryPair() {
        Draw draw = Draw.of(3);
        for (int round = 0; round < 50; round++) {
            int[] truth = new int[40];
            int[] found = new int[40];
            for (int at = 0; at < truth.length; at++) {
                truth[at] = draw.below(12);
                found[at] = draw.chance(0.7) ? truth[at] : draw.below(12);
            }
            assertEquals(enumerated(truth, found), new Clusters(truth, found).pairs());
        }
    }

    private static PairCounts enumerated(int[] truth, int[] found) {
        long common = 0;
        long together = 0;
        long actual = 0;
        for (int one = 0; one < truth.length; one++) {
            for (int other = one + 1; other < truth.length; other++) {
                boolean isFound = found[one] == found[other];
                boolean isTrue = truth[one] == truth[other];
                common += isFound && isTrue ? 1 : 0;
                together += isFound ? 1 : 0;
                actual += isTrue ? 1 : 0;
            }
        }
        return new PairCounts(common, together, actual);
    }

    @Test
    void anIntervalHoldsItsFigureAndRepeats() {
        Draw draw = Draw.of(5);
        int[] truth = new int[3_000];
        int[] found = new int[3_000];
        for (int at = 0; at < truth.length; at++) {
            truth[at] = at / 3;
            found[at] = draw.chance(0.9) ? truth[at] : 10_000 + at;
        }
        Clusters clusters = new Clusters(truth, found);
        Interval interval = clusters.f1Interval(11);
        double f1 = clusters.pairs().f1();
        assertTrue(interval.low() < f1 && f1 < interval.high(), interval + " " + f1);
        assertTrue(interval.high() - interval.low() < 0.05, interval.toString());
        assertEquals(interval, clusters.f1Interval(11));
        assertEquals(new Interval(1, 1), new Clusters(truth, truth).f1Interval(11));
    }

    @Test
    void calibrationIsTheGapOfBinsOfEqualCount() {
        Calibration right = new Calibration();
        Calibration wrong = new Calibration();
        for (int at = 0; at < 2_000; at++) {
            right.add(0.25, at % 4 == 0);
            wrong.add(0.25, at % 2 == 0);
            right.add(0.995, true);
            right.add(0.001, true);
        }
        assertEquals(2_000, right.count(), "the certain are not in doubt");
        assertEquals(0, right.error().orElseThrow(), 1e-9);
        assertEquals(0.25, wrong.error().orElseThrow(), 1e-9);
        Calibration two = new Calibration();
        for (int at = 0; at < 20; at++) {
            two.add(0.2, at < 5);
            two.add(0.8, at < 15);
        }
        // Ten bins of 0.2 beside 0.25, ten of 0.8 beside 0.75.
        assertEquals(0.05, two.error().orElseThrow(), 1e-9);
        assertEquals(OptionalDouble.empty(), new Calibration().error());
    }

    @Test
    void drawsDependOnSeedAndPathAlone() {
        assertEquals(Draw.of(1, 2, 3).next(), Draw.of(1, 2, 3).next());
        assertTrue(Draw.of(1, 2, 3).next() != Draw.of(1, 3, 2).next());
        Draw draw = Draw.of(9);
        int[] counts = new int[7];
        for (int at = 0; at < 70_000; at++) {
            counts[draw.below(7)]++;
        }
        for (int count : counts) {
            assertEquals(10_000, count, 400);
        }
    }

    @Test
    void impossibleCountsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new PairCounts(3, 2, 4));
        assertThrows(IllegalArgumentException.class, () -> new Clusters(new int[1], new int[2]));
        assertEquals(List.of(0, 0, 2), java.util.Arrays.stream(joined()).boxed().toList());
    }

    private static int[] joined() {
        DisjointSets sets = new DisjointSets(3);
        sets.join(1, 0);
        return sets.roots();
    }
}
