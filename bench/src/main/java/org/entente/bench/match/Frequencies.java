package org.entente.bench.match;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Names with how many people have them, drawn in that proportion.
final class Frequencies {
    private final List<String> names;
    private final long[] cumulative;

    Frequencies(Map<String, Long> counts) {
        names = List.copyOf(counts.keySet());
        cumulative = new long[names.size()];
        long sum = 0;
        for (int at = 0; at < cumulative.length; at++) {
            sum += counts.getOrDefault(names.get(at), 0L);
            cumulative[at] = sum;
        }
    }

    String pick(Draw draw) {
        long ticket = (long) (draw.unit() * cumulative[cumulative.length - 1]);
        int at = Arrays.binarySearch(cumulative, ticket + 1);
        return names.get(at >= 0 ? first(at) : -at - 1);
    }

    /// A name without people stands at its predecessor's sum and is never drawn.
    private int first(int found) {
        int at = found;
        while (at > 0 && cumulative[at - 1] == cumulative[found]) {
            at--;
        }
        return at;
    }

    /// The `count` most frequent.
    List<String> commonest(int count) {
        return IntStream.range(0, cumulative.length)
                .boxed()
                .sorted(Comparator.comparingLong(this::people).reversed())
                .limit(count)
                .map(names::get)
                .toList();
    }

    private long people(int at) {
        return cumulative[at] - (at == 0 ? 0 : cumulative[at - 1]);
    }
}
