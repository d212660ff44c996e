package org.entente.hold.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.entente.hold.resolve.Clusters.Edge;
import org.entente.hold.resolve.Clusters.Says;
import org.junit.jupiter.api.Test;

class ClustersTest {
    private static final long SEED = 20261129;

    private static UUID id(int number) {
        return new UUID(0, number);
    }

    private static Edge edge(int one, int other, Says says, double bits) {
        return new Edge(id(one), id(other), says, bits);
    }

    @Test
    void theStrongerMachineJoinStandsWhereAPersonHeldTwoApart() {
        Clusters clusters = Clusters.of(
                List.of(edge(1, 2, Says.LIKELY, 9), edge(2, 3, Says.LIKELY, 14), edge(1, 3, Says.TWO, 0)), 40);
        assertEquals(Map.of(id(2), id(2), id(3), id(2)), clusters.clusterOf());
        assertEquals(1, clusters.standing().size());
    }

    @Test
    void aPersonsWordComesBeforeAnyBits() {
        Clusters clusters = Clusters.of(
                List.of(edge(1, 2, Says.ONE, -3), edge(2, 3, Says.LIKELY, 30), edge(1, 3, Says.TWO, 0)), 40);
        assertEquals(Map.of(id(1), id(1), id(2), id(1)), clusters.clusterOf());
    }

    @Test
    void machineJoinsMakeNoGiant() {
        List<Edge> chain = new ArrayList<>();
        for (int at = 0; at < 100; at++) {
            chain.add(edge(at, at + 1, Says.LIKELY, 10));
        }
        Map<UUID, Integer> sizes = new HashMap<>();
        Clusters.of(chain, 40).clusterOf().values().forEach(cluster -> sizes.merge(cluster, 1, Integer::sum));
        assertTrue(sizes.values().stream().allMatch(size -> size <= 40), sizes::toString);
    }

    @Test
    void theOrderOfJudgementsIsNothing() {
        Random random = new Random(SEED);
        for (int round = 0; round < 200; round++) {
            List<Edge> edges = new ArrayList<>();
            for (int at = 0; at < 30; at++) {
                int one = random.nextInt(11);
                int other = one + 1 + random.nextInt(12 - one);
                Says says = List.of(Says.ONE, Says.LIKELY, Says.TWO).get(random.nextInt(3));
                edges.add(edge(one, other, says, random.nextInt(4)));
            }
            List<Edge> shuffled = new ArrayList<>(edges);
            Collections.shuffle(shuffled, random);
            Clusters first = Clusters.of(edges, 5);
            Clusters again = Clusters.of(shuffled, 5);
            assertEquals(first.clusterOf(), again.clusterOf(), "seed " + SEED + " round " + round);
            for (Edge edge : edges) {
                if (edge.says() == Says.TWO) {
                    assertNotEquals(
                            first.clusterOf().getOrDefault(edge.one(), edge.one()),
                            first.clusterOf().getOrDefault(edge.other(), edge.other()),
                            "seed " + SEED + " round " + round);
                }
            }
        }
    }
}
