package org.entente.match.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.match.Phonetics;
import org.entente.match.name.PersonName;
import org.entente.match.organisation.OrganisationName;
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
            Field.INE_KEY,
            Field.SSN,
            Field.ITIN,
            Field.A_NUMBER,
            Field.FBI_NUMBER,
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

    private static final int WORDS_KIND = 7;
    private static final int WORD_KIND = 8;
    private static final int TWO_WORDS_KIND = 9;
    private static final int FIRST_KIND = 10;
    private static final int LAST_KIND = 11;

    /// Characters of an end of a number that make a key.
    private static final int END_LENGTH = 4;

    private static final List<Field> PLACES = List.of(Field.POSTCODE, Field.BIRTH_PLACE, Field.LOCALITY);

    /// Records of a collection: the lower bits of a sorted key say whose it is.
    private static final int RECORD_BITS = 24;

    private final Collection collection;

    /// 40 bits of the key, then the record. Two keys of a country's holdings fall together once in some ten thousand
    /// blocks, which costs a comparison and nothing else.
    private long[] keys = new long[1024];

    private int count;
    private int oversized;

    private Blocking(Collection collection) {
        this.collection = collection;
    }

    /// Candidate pairs, each once, ascending: the lower index in the upper 32 bits of a number, the higher in the
    /// lower.
    ///
    /// @param oversized blocks that no key could split
    public record Candidates(Pairs pairs, int oversized) {}

    /// @throws IllegalArgumentException for more than 16 million records
    public static Candidates of(Collection collection) {
        List<Prepared> records = collection.records();
        if (records.size() >= 1 << RECORD_BITS) {
            throw new IllegalArgumentException("too many records for one collection: " + records.size());
        }
        Blocking blocking = new Blocking(collection);
        for (int at = 0; at < records.size(); at++) {
            long kind = mixed(records.get(at).facet().kind().name().hashCode());
            for (long key : keys(records.get(at))) {
                blocking.add(at, key ^ kind);
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
        for (OrganisationName name : record.organisations()) {
            organisation(record, name, keys);
        }
        thing(record, keys);
        if (record.facet().kind() == Kind.PERSON) {
            for (PersonName name : record.names()) {
                person(record, name, born, keys);
            }
        }
        return keys;
    }

    private static void organisation(Prepared record, OrganisationName name, Set<Long> keys) {
        List<String> words = name.words();
        keys.add(key(WORDS_KIND, String.join("", words), 0));
        for (int i = 0; i < words.size(); i++) {
            String code = Phonetics.code(words.get(i));
            keys.add(key(WORD_KIND, code, 0));
            for (int j = i + 1; j < words.size(); j++) {
                keys.add(key(TWO_WORDS_KIND, code + " " + Phonetics.code(words.get(j)), 0));
            }
            for (Field place : PLACES) {
                for (String value : record.canonical(place)) {
                    keys.add(key(PLACE_KIND, place.name() + " " + code + " " + value, 0));
                }
            }
        }
    }

    /// Both ends of a number, since the damage is seldom at both, and what a thing is beside it.
    private static void thing(Prepared record, Set<Long> keys) {
        for (Field field : List.of(Field.VIN, Field.SERIAL, Field.PLATE)) {
            for (String value : record.canonical(field)) {
                String plain = value.replace('O', '0')
                        .replace('I', '1')
                        .replace('B', '8')
                        .replace('S', '5');
                if (plain.length() > END_LENGTH) {
                    keys.add(key(FIRST_KIND, field.name() + plain.substring(0, plain.length() - END_LENGTH + 1), 0));
                    keys.add(key(LAST_KIND, field.name() + plain.substring(END_LENGTH - 1), 0));
                    keys.add(key(FIRST_KIND, field.name() + plain.substring(0, END_LENGTH), 0));
                    keys.add(key(LAST_KIND, field.name() + plain.substring(plain.length() - END_LENGTH), 0));
                }
            }
        }
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
            keys = Arrays.copyOf(keys, count + count / 2);
        }
        keys[count++] = key << RECORD_BITS | at;
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
        Arrays.parallelSort(keys, 0, count);
        LongPairs found = new LongPairs();
        int from = 0;
        while (from < count) {
            int to = from + 1;
            while (to < count && keys[to] >>> RECORD_BITS == keys[from] >>> RECORD_BITS) {
                to++;
            }
            if (to - from > 1) {
                int[] block = new int[to - from];
                for (int at = from; at < to; at++) {
                    block[at - from] = (int) (keys[at] & (1 << RECORD_BITS) - 1);
                }
                if (block.length <= BLOCK_MAX) {
                    every(block, found, block.length);
                } else {
                    split(block, found);
                }
            }
            from = to;
        }
        keys = new long[0];
        return new Candidates(new Pairs(found.sorted()), oversized);
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
                if (block[i] == block[j]) {
                    continue;
                }
                found.add(Math.min(block[i], block[j]), Math.max(block[i], block[j]));
            }
        }
    }
}
