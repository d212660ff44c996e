package org.entente.match.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.match.name.PersonName;
import org.entente.match.score.Collection;
import org.entente.match.score.Field;
import org.entente.match.score.Kind;
import org.entente.match.score.Prepared;

/// The pairs worth comparing: the union of what shares a key. A block of more than [#BLOCK_MAX] records is split by the
/// next key; what cannot be split is compared in windows and reported.
public final class Blocking {
    static final int BLOCK_MAX = 120;

    /// Neighbours of a record in a block that nothing splits.
    private static final int WINDOW = 30;

    private static final List<Field> ALONE = List.of(
            Field.CURP,
            Field.RFC,
            Field.PASSPORT,
            Field.TELEPHONE,
            Field.IMO,
            Field.AIRCRAFT_MARK,
            Field.VIN,
            Field.IMEI,
            Field.CLABE,
            Field.OTHER_NUMBER,
            Field.EMAIL,
            Field.SERIAL,
            Field.PLATE,
            Field.ADDRESS);

    private static final int ALONE_KIND = 1;
    private static final int BORN_KIND = 2;
    private static final int TWO_NAMES_KIND = 3;
    private static final int NAME_YEAR_KIND = 4;
    private static final int NAME_DAY_KIND = 5;
    private static final int PLACE_KIND = 6;

    private static final List<Field> PLACES = List.of(Field.POSTCODE, Field.BIRTH_PLACE, Field.LOCALITY);

    private final Collection collection;
    private long[] keys = new long[1024];
    private int[] owners = new int[1024];
    private int count;
    private int oversized;

    private Blocking(Collection collection) {
        this.collection = collection;
    }

    /// Candidate pairs as indices, each once, the lower index first, in ascending order.
    ///
    /// @param oversized blocks that no key could split
    public record Candidates(List<int[]> pairs, int oversized) {}

    public static Candidates of(Collection collection) {
        Blocking blocking = new Blocking(collection);
        List<Prepared> records = collection.records();
        for (int at = 0; at < records.size(); at++) {
            for (long key : keys(records.get(at))) {
                blocking.add(at, key);
            }
        }
        return blocking.pairs();
    }

    /// The keys of a record, in no order; two records are worth comparing where they share one. They depend on the
    /// record
    /// alone: another node, or a table, may keep them.
    public static Set<Long> keys(Prepared record) {
        Set<Long> keys = new HashSet<>();
        for (Field field : ALONE) {
            for (String value : record.canonical(field)) {
                keys.add(key(ALONE_KIND, field.name() + " " + value, 0));
            }
        }
        int[] born = record.birthDate();
        if (born.length > 0 && born[2] != 0) {
            int low = Math.min(born[1], born[2]);
            int high = Math.max(born[1], born[2]);
            keys.add(key(BORN_KIND, "", 10_000L * born[0] + 100L * low + high));
        }
        if (record.facet().kind() == Kind.PERSON) {
            for (PersonName name : record.names()) {
                person(record, name, born, keys);
            }
        }
        return keys;
    }

    private static void person(Prepared record, PersonName name, int[] born, Set<Long> keys) {
        List<String> givens = name.givenCodes();
        List<String> surnames = name.surnameCodes();
        List<String> all = new ArrayList<>(surnames);
        all.addAll(givens);
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                String low = all.get(i).compareTo(all.get(j)) < 0 ? all.get(i) : all.get(j);
                String high = low.equals(all.get(i)) ? all.get(j) : all.get(i);
                keys.add(key(TWO_NAMES_KIND, low + " " + high, 0));
            }
        }
        for (String code : all) {
            if (born.length > 0) {
                keys.add(key(NAME_YEAR_KIND, code, born[0]));
                keys.add(key(NAME_DAY_KIND, code, 100L * born[1] + born[2]));
            }
            for (Field place : PLACES) {
                for (String value : record.canonical(place)) {
                    keys.add(key(PLACE_KIND, place.name() + " " + code + " " + value, 0));
                }
            }
        }
    }

    private void add(int at, long key) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, 2 * count);
            owners = Arrays.copyOf(owners, 2 * count);
        }
        keys[count] = key;
        owners[count++] = at;
    }

    private static long key(int kind, String text, long number) {
        long key = mixed(kind * 0x9E3779B97F4A7C15L + number);
        for (int at = 0; at < text.length(); at++) {
            key = mixed(key + text.charAt(at));
        }
        return key;
    }

    /// SplitMix64's finalizer (Steele, Lea and Flood, OOPSLA 2014).
    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    private Candidates pairs() {
        Integer[] order = new Integer[count];
        Arrays.setAll(order, Integer::valueOf);
        Arrays.sort(order, (one, other) -> {
            int byKey = Long.compare(keys[one], keys[other]);
            return byKey != 0 ? byKey : Integer.compare(owners[one], owners[other]);
        });
        LongPairs found = new LongPairs();
        int from = 0;
        while (from < count) {
            int to = from + 1;
            while (to < count && keys[order[to]] == keys[order[from]]) {
                to++;
            }
            int[] block = new int[to - from];
            for (int at = from; at < to; at++) {
                block[at - from] = owners[order[at]];
            }
            block = Arrays.stream(block).distinct().toArray();
            if (block.length <= BLOCK_MAX) {
                every(block, found, block.length);
            } else {
                split(block, found);
            }
            from = to;
        }
        return new Candidates(found.sorted(), oversized);
    }

    private void split(int[] block, LongPairs found) {
        oversized++;
        Integer[] sorted = Arrays.stream(block).boxed().toArray(Integer[]::new);
        Arrays.sort(sorted, (one, other) -> {
            int byDate = Arrays.compare(
                    collection.records().get(one).birthDate(),
                    collection.records().get(other).birthDate());
            return byDate != 0 ? byDate : Integer.compare(one, other);
        });
        every(Arrays.stream(sorted).mapToInt(Integer::intValue).toArray(), found, WINDOW);
    }

    private static void every(int[] block, LongPairs found, int window) {
        for (int i = 0; i < block.length; i++) {
            for (int j = i + 1; j < Math.min(block.length, i + 1 + window); j++) {
                found.add(Math.min(block[i], block[j]), Math.max(block[i], block[j]));
            }
        }
    }
}
