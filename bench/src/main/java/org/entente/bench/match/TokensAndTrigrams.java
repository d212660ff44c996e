package org.entente.bench.match;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.entente.match.score.Facet;
import org.entente.match.score.Field;
import org.entente.match.score.Kind;
import org.entente.match.score.Value;

/// The peer that everybody has: records are one subject when their sorted name tokens and their birth date are
/// equal, or a number of theirs; names are as alike as the trigrams they share (Dice).
final class TokensAndTrigrams implements Matcher {
    private static final double SAME_NAME = 0.6;
    private static final double SCREENING = 0.7;
    private static final Set<Field> NAMES =
            Set.of(Field.NAME, Field.GIVEN_NAME, Field.SURNAME, Field.PATERNAL_SURNAME, Field.MATERNAL_SURNAME);

    /// What makes two records of things one: equal letters and digits in all of these.
    private static final Map<Kind, Set<Field>> KEYS =
            Map.of(Kind.VEHICLE, Set.of(Field.VIN), Kind.FIREARM, Set.of(Field.SERIAL, Field.MAKER));

    @Override
    public String name() {
        return "tokens";
    }

    @Override
    public String constants() {
        return "same name " + SAME_NAME + ", screening " + SCREENING;
    }

    @Override
    public int[] link(Iterable<List<Facet>> subjects, ScoredPairs pairs) {
        Map<String, Integer> first = new HashMap<>();
        List<int[]> joins = new ArrayList<>();
        int ordinal = 0;
        for (List<Facet> facets : subjects) {
            for (Facet facet : facets) {
                String key = key(facet);
                Integer before = key.isEmpty() ? null : first.putIfAbsent(key, ordinal);
                if (before != null && before != ordinal) {
                    joins.add(new int[] {before, ordinal});
                    pairs.pair(before, ordinal, 1);
                }
            }
            ordinal++;
        }
        DisjointSets sets = new DisjointSets(ordinal);
        joins.forEach(join -> sets.join(join[0], join[1]));
        return sets.roots();
    }

    /// Empty where the facet has too little to be the same as another.
    static String key(Facet facet) {
        Set<Field> fields = KEYS.get(facet.kind());
        if (fields != null) {
            List<String> parts = new ArrayList<>();
            for (Value value : facet.values()) {
                if (fields.contains(value.field())) {
                    parts.add(folded(value.text()).replace(" ", ""));
                }
            }
            return parts.size() < fields.size() ? "" : facet.kind() + String.join("/", parts);
        }
        String tokens = String.join(" ", tokens(facet));
        String date =
                facet.of(Field.BIRTH_DATE).stream().map(Value::text).findFirst().orElse("");
        boolean isEnough = !tokens.isEmpty() && (facet.kind() != Kind.PERSON || !date.isEmpty());
        return isEnough ? facet.kind() + tokens + "/" + date : "";
    }

    private static Set<String> tokens(Facet facet) {
        Set<String> tokens = new TreeSet<>();
        for (Value value : facet.values()) {
            if (NAMES.contains(value.field())) {
                tokens.addAll(List.of(folded(value.text()).split(" ")));
            }
        }
        tokens.remove("");
        return tokens;
    }

    /// Capitals and digits without accents, words apart.
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    @Override
    public double compare(Kind kind, String one, String other) {
        String[] first = trigrams(one);
        String[] second = trigrams(other);
        int common = 0;
        for (String gram : first) {
            common += Arrays.binarySearch(second, gram) >= 0 ? 1 : 0;
        }
        return dice(common, first.length, second.length);
    }

    private static double dice(int common, int first, int second) {
        return first + second == 0 ? 0 : 2.0 * common / (first + second);
    }

    /// Distinct and sorted; each token stands between spaces.
    private static String[] trigrams(String name) {
        Set<String> grams = new TreeSet<>();
        for (String token : folded(name).split(" ")) {
            String padded = " " + token + " ";
            for (int at = 0; at + 3 <= padded.length(); at++) {
                grams.add(padded.substring(at, at + 3));
            }
        }
        return grams.toArray(String[]::new);
    }

    @Override
    public double nameThreshold() {
        return SAME_NAME;
    }

    @Override
    public double screeningThreshold() {
        return SCREENING;
    }

    @Override
    public Index index(List<Facet> items) {
        Map<String, int[]> postings = new HashMap<>();
        Map<String, Integer> sizes = new HashMap<>();
        int[] lengths = new int[items.size()];
        for (int item = 0; item < lengths.length; item++) {
            String[] grams = trigrams(whole(items.get(item)));
            lengths[item] = grams.length;
            for (String gram : grams) {
                int size = sizes.merge(gram, 1, Integer::sum);
                int[] list = postings.computeIfAbsent(gram, absent -> new int[4]);
                if (size > list.length) {
                    list = Arrays.copyOf(list, size * 2);
                    postings.put(gram, list);
                }
                list[size - 1] = item;
            }
        }
        sizes.forEach((gram, size) -> postings.computeIfPresent(gram, (same, list) -> Arrays.copyOf(list, size)));
        return (query, limit) -> best(trigrams(whole(query)), postings, lengths, limit);
    }

    private static List<Hit> best(String[] grams, Map<String, int[]> postings, int[] lengths, int limit) {
        int[] common = new int[lengths.length];
        for (String gram : grams) {
            for (int item : postings.getOrDefault(gram, new int[0])) {
                common[item]++;
            }
        }
        List<Hit> hits = new ArrayList<>();
        for (int item = 0; item < common.length; item++) {
            if (common[item] > 1) {
                hits.add(new Hit(item, dice(common[item], grams.length, lengths[item])));
            }
        }
        hits.sort(Comparator.comparingDouble(Hit::score).reversed().thenComparingInt(Hit::item));
        return List.copyOf(hits.subList(0, Math.min(limit, hits.size())));
    }

    private static String whole(Facet facet) {
        return String.join(" ", tokens(facet));
    }
}
