package org.entente.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TruthTest {
    @Test
    void connectivesFollowKleenesTables() {
        assertEquals(Truth.FALSE, Truth.FALSE.and(Truth.UNKNOWN));
        assertEquals(Truth.UNKNOWN, Truth.TRUE.and(Truth.UNKNOWN));
        assertEquals(Truth.TRUE, Truth.TRUE.or(Truth.UNKNOWN));
        assertEquals(Truth.UNKNOWN, Truth.FALSE.or(Truth.UNKNOWN));
        assertEquals(Truth.UNKNOWN, Truth.UNKNOWN.not());
    }

    @Test
    void connectivesCommuteAssociateAndObeyDeMorgan() {
        for (Truth a : Truth.values()) {
            assertEquals(a, a.not().not());
            for (Truth b : Truth.values()) {
                assertEquals(a.and(b), b.and(a));
                assertEquals(a.or(b), b.or(a));
                assertEquals(a.and(b).not(), a.not().or(b.not()));
                for (Truth c : Truth.values()) {
                    assertEquals(a.and(b).and(c), a.and(b.and(c)));
                    assertEquals(a.and(b.or(c)), a.and(b).or(a.and(c)));
                }
            }
        }
    }

    @Test
    void aNewFactNeverOverturnsWhatWasDecided() {
        long seed = 20261124L;
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            Condition condition = condition(random, 4);
            Map<String, Fact> all = facts(random);
            Map<String, Fact> some = new HashMap<>(all);
            some.keySet().removeIf(key -> random.nextBoolean());
            Condition.Finding before = condition.evaluate(some);
            Condition.Finding after = condition.evaluate(all);
            if (before.truth() != Truth.UNKNOWN) {
                assertEquals(before.truth(), after.truth(), "seed " + seed + ", round " + round + ": " + condition);
            }
            assertNotEquals(Truth.UNKNOWN, after.truth(), "every fact is stated; seed " + seed + ", round " + round);
        }
    }

    @Test
    void theMissingFactsAreExactlyThoseOfTheUnknown() {
        long seed = 7L;
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            Condition condition = condition(random, 4);
            Map<String, Fact> some = facts(random);
            some.keySet().removeIf(key -> random.nextBoolean());
            Condition.Finding found = condition.evaluate(some);
            String where = "seed " + seed + ", round " + round + ": " + condition;
            assertEquals(found.truth() == Truth.UNKNOWN, !found.missing().isEmpty(), where);
            assertEquals(Set.of(), intersection(found.missing(), some.keySet()), where);
            // Stating every missing fact, in whatever way, decides the condition or shows facts not asked for before.
            Map<String, Fact> more = new HashMap<>(some);
            found.missing().forEach(key -> more.put(key, Fact.of(random.nextBoolean())));
            assertEquals(Set.of(), intersection(condition.evaluate(more).missing(), found.missing()), where);
        }
    }

    private static Set<String> intersection(Set<String> left, Set<String> right) {
        List<String> both = new ArrayList<>(left);
        both.retainAll(right);
        return Set.copyOf(both);
    }

    private static Map<String, Fact> facts(Random random) {
        Map<String, Fact> facts = new HashMap<>();
        for (String key : List.of("a", "b", "c", "d", "e")) {
            facts.put(key, Fact.of(random.nextBoolean()));
        }
        return facts;
    }

    private static Condition condition(Random random, int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            String key = String.valueOf((char) ('a' + random.nextInt(5)));
            return new Condition.Among(key, List.of(Fact.of(random.nextBoolean())));
        }
        return switch (random.nextInt(3)) {
            case 0 -> new Condition.Not(condition(random, depth - 1));
            case 1 -> new Condition.All(List.of(condition(random, depth - 1), condition(random, depth - 1)));
            default -> new Condition.Any(List.of(condition(random, depth - 1), condition(random, depth - 1)));
        };
    }
}
