package org.entente.match.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.match.Names;
import org.entente.match.Phonetics;
import org.entente.match.name.PersonName;
import org.entente.match.organisation.OrganisationName;
import org.entente.match.score.Collection;
import org.entente.match.score.Facet;
import org.entente.match.score.Prepared;

/// Names to be searched by name. A word is kept under its sound, its first three letters and its last four; what shares
/// most and rarest of these with the query is compared in full. Immutable, thread-safe.
public final class NameIndex {
    /// Names compared in full for one query: the right one is among the first hundred in all but a few of ten thousand
    /// damaged names, and a thousand comparisons take a millisecond.
    private static final int COMPARED_MAX = 1_000;

    private final Collection collection;
    private final Map<String, int[]> postings;
    private final ThreadLocal<float[]> weights;

    private NameIndex(Collection collection, Map<String, int[]> postings) {
        this.collection = collection;
        this.postings = postings;
        int items = collection.records().size();
        this.weights = ThreadLocal.withInitial(() -> new float[items]);
    }

    /// `item` is the place in the list that was indexed.
    public record Hit(int item, double bits) {}

    public static NameIndex of(List<Facet> facets) {
        Collection collection = Collection.of(facets);
        Map<String, int[]> postings = new HashMap<>();
        Map<String, Integer> sizes = new HashMap<>();
        for (int item = 0; item < collection.records().size(); item++) {
            for (String key : keys(collection.records().get(item))) {
                int size = sizes.merge(key, 1, Integer::sum);
                int[] list = postings.computeIfAbsent(key, _ -> new int[2]);
                if (size > list.length) {
                    list = Arrays.copyOf(list, 2 * size);
                    postings.put(key, list);
                }
                list[size - 1] = item;
            }
        }
        postings.replaceAll((key, list) -> Arrays.copyOf(list, sizes.getOrDefault(key, 0)));
        return new NameIndex(collection, postings);
    }

    private static Set<String> keys(Prepared record) {
        Set<String> keys = new HashSet<>();
        for (PersonName name : record.names()) {
            name.words().forEach(word -> add(keys, word));
        }
        for (OrganisationName name : record.organisations()) {
            name.words().forEach(word -> add(keys, word));
        }
        return keys;
    }

    private static void add(Set<String> keys, String word) {
        String plain = Names.withoutEnye(word);
        keys.add("=" + Phonetics.code(word));
        keys.add("<" + plain.substring(0, Math.min(3, plain.length())));
        keys.add(">" + plain.substring(Math.max(0, plain.length() - 4)));
    }

    /// At most `limit` items, the most bits first; of the same bits the lower item. About a millisecond among a
    /// million.
    public List<Hit> search(Facet query, int limit) {
        Prepared asked = Collection.uncounted(List.of(query)).records().getFirst();
        float[] weight = weights.get();
        int[] touched = new int[1024];
        int count = 0;
        for (String key : keys(asked)) {
            int[] list = postings.getOrDefault(key, new int[0]);
            float rarity = (float) Math.log((double) weight.length / Math.max(1, list.length)) + 0.1f;
            for (int item : list) {
                if (weight[item] == 0) {
                    if (count == touched.length) {
                        touched = Arrays.copyOf(touched, 2 * count);
                    }
                    touched[count++] = item;
                }
                weight[item] += rarity;
            }
        }
        int[] compared = heaviest(touched, count, weight);
        List<Hit> hits = new ArrayList<>();
        for (int item : compared) {
            hits.add(new Hit(
                    item, collection.nameBits(asked, collection.records().get(item))));
        }
        for (int at = 0; at < count; at++) {
            weight[touched[at]] = 0;
        }
        hits.sort(Comparator.comparingDouble(Hit::bits).reversed().thenComparingInt(Hit::item));
        return List.copyOf(hits.subList(0, Math.min(limit, hits.size())));
    }

    /// The [#COMPARED_MAX] with most weight: the weight of the last of them is found by counting, then all above it
    /// taken.
    private static int[] heaviest(int[] touched, int count, float[] weight) {
        if (count <= COMPARED_MAX) {
            return Arrays.copyOf(touched, count);
        }
        float most = 0;
        for (int at = 0; at < count; at++) {
            most = Math.max(most, weight[touched[at]]);
        }
        int[] buckets = new int[BUCKETS];
        for (int at = 0; at < count; at++) {
            buckets[bucket(weight[touched[at]], most)]++;
        }
        int last = BUCKETS - 1;
        int taken = buckets[last];
        while (last > 0 && taken + buckets[last - 1] <= COMPARED_MAX) {
            taken += buckets[--last];
        }
        int[] heaviest = new int[Math.max(taken, COMPARED_MAX)];
        int found = 0;
        for (int at = 0; at < count && found < heaviest.length; at++) {
            if (bucket(weight[touched[at]], most) >= last) {
                heaviest[found++] = touched[at];
            }
        }
        for (int at = 0; at < count && found < COMPARED_MAX && last > 0; at++) {
            if (bucket(weight[touched[at]], most) == last - 1) {
                heaviest[found++] = touched[at];
            }
        }
        return Arrays.copyOf(heaviest, found);
    }

    private static final int BUCKETS = 256;

    private static int bucket(float weight, float most) {
        return Math.min(BUCKETS - 1, (int) (weight / most * BUCKETS));
    }
}
