package org.entente.bench.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.entente.match.score.Facet;
import org.entente.match.score.Field;
import org.entente.match.score.Kind;
import org.entente.match.score.Value;

/// Innocent names of which at least one item of an index scores at or above the screening threshold.
final class FalseHits {
    private FalseHits() {}

    /// One group's share.
    record Rate(String group, int people, int hits) {
        double share() {
            return people == 0 ? 0 : (double) hits / people;
        }
    }

    /// Whether each name is hit.
    static List<Boolean> of(Matcher matcher, Matcher.Index index, List<String> names) {
        return IntStream.range(0, names.size())
                .parallel()
                .mapToObj(at -> {
                    Facet asked = new Facet(Kind.PERSON, List.of(new Value(Field.NAME, names.get(at), "query")));
                    List<Matcher.Hit> hits = index.search(asked, 1);
                    return !hits.isEmpty() && hits.getFirst().score() >= matcher.screeningThreshold();
                })
                .toList();
    }

    static double share(List<Boolean> hits) {
        return hits.isEmpty() ? 0 : (double) hits.stream().filter(hit -> hit).count() / hits.size();
    }

    /// By group; a name may be of several.
    static List<Rate> byGroup(List<Boolean> hits, List<List<String>> groups) {
        Map<String, int[]> counts = new TreeMap<>();
        for (int at = 0; at < hits.size(); at++) {
            for (String group : groups.get(at)) {
                int[] count = counts.computeIfAbsent(group, absent -> new int[2]);
                count[0]++;
                count[1] += hits.get(at) ? 1 : 0;
            }
        }
        List<Rate> rates = new ArrayList<>();
        counts.forEach((group, count) -> rates.add(new Rate(group, count[0], count[1])));
        return rates;
    }
}
