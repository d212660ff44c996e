package org.entente.match.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.entente.match.link.Clusters.Join;
import org.entente.match.link.Clusters.Outcome;
import org.junit.jupiter.api.Test;

class ClustersTest {
    private final Clusters clusters = new Clusters();

    @Test
    void takingAJoinBackRestoresWhatWasBeforeIt() {
        clusters.join(1, 2, 9);
        clusters.join(3, 4, 9);
        clusters.join(2, 3, 7);
        assertEquals(List.of(1, 2, 3, 4), clusters.members(4));
        clusters.takeBack(2, 3);
        assertEquals(List.of(1, 2), clusters.members(1));
        assertEquals(List.of(3, 4), clusters.members(4));
    }

    @Test
    void aClusterHeldTogetherTwiceOutlivesTheLossOfOneJoin() {
        clusters.join(1, 2, 9);
        clusters.join(2, 3, 9);
        assertEquals(Outcome.TOGETHER, clusters.join(1, 3, 5));
        clusters.takeBack(2, 3);
        assertEquals(List.of(1, 2, 3), clusters.members(3));
    }

    @Test
    void whatAPersonKeptApartIsNotJoinedThroughOthersEither() {
        clusters.keepApart(1, 4);
        assertEquals(Outcome.JOINED, clusters.join(1, 2, 9));
        assertEquals(Outcome.JOINED, clusters.join(3, 4, 9));
        assertEquals(Outcome.APART, clusters.join(2, 3, 30));
        clusters.forgetApart(1, 4);
        assertEquals(Outcome.JOINED, clusters.join(2, 3, 30));
    }

    @Test
    void keepingApartTakesTheWeakestJoinsBackAndNoOther() {
        clusters.join(1, 2, 20);
        clusters.join(2, 3, 4);
        clusters.join(3, 4, 20);
        clusters.join(1, 5, 6);
        clusters.join(5, 4, 6);
        List<Join> taken = clusters.keepApart(1, 4);
        assertEquals(2, taken.size());
        assertTrue(taken.stream().allMatch(join -> join.bits() <= 6), taken.toString());
        assertEquals(clusters.of(1), clusters.of(2));
        assertEquals(clusters.of(3), clusters.of(4));
        assertNotEquals(clusters.of(1), clusters.of(4));
    }

    @Test
    void aGiantStopsGrowing() {
        for (int at = 1; at < Clusters.SIZE_MAX; at++) {
            assertEquals(Outcome.JOINED, clusters.join(0, at, 8));
        }
        assertEquals(Outcome.TOO_LARGE, clusters.join(0, Clusters.SIZE_MAX, 50));
        assertEquals(List.of(Clusters.SIZE_MAX), clusters.members(Clusters.SIZE_MAX));
    }

    @Test
    void aWeakJoinThatAloneHoldsTwoGroupsIsProposedForASplit() {
        triangle(1, 2, 3);
        triangle(4, 5, 6);
        clusters.join(3, 4, 6.5);
        clusters.join(6, 7, 15);
        assertEquals(List.of(new Join(3, 4, 6.5)), clusters.weakBridges(5, 10));
        assertEquals(
                List.of(new Join(3, 4, 6.5), new Join(6, 7, 15)), clusters.weakBridges(1, 100), "none in a triangle");
    }

    private void triangle(int one, int two, int three) {
        clusters.join(one, two, 8);
        clusters.join(two, three, 8);
        clusters.join(one, three, 8);
    }

    @Test
    void anyOrderOfJoinsAndUndoingGivesTheComponentsOfTheJoinsThatStand() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Clusters tried = new Clusters();
            List<int[]> standing = new ArrayList<>();
            for (int step = 0; step < 60; step++) {
                int one = random.nextInt(12);
                int other = random.nextInt(12);
                if (!standing.isEmpty() && random.nextInt(3) == 0) {
                    int[] gone = standing.remove(random.nextInt(standing.size()));
                    tried.takeBack(gone[0], gone[1]);
                    standing.removeIf(join -> same(join, gone));
                } else if (one != other) {
                    tried.join(one, other, random.nextInt(10));
                    standing.add(new int[] {one, other});
                }
            }
            for (int record = 0; record < 12; record++) {
                assertEquals(reached(record, standing), tried.members(record), "seed " + seed);
            }
        }
    }

    private static boolean same(int[] one, int[] other) {
        return (one[0] == other[0] && one[1] == other[1]) || (one[0] == other[1] && one[1] == other[0]);
    }

    private static List<Integer> reached(int from, List<int[]> joins) {
        TreeSet<Integer> reached = new TreeSet<>(List.of(from));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (int[] join : joins) {
                if (reached.contains(join[0]) != reached.contains(join[1])) {
                    reached.add(join[0]);
                    reached.add(join[1]);
                    grew = true;
                }
            }
        }
        return List.copyOf(reached);
    }
}
