package org.entente.ledger.leaf;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.entente.ledger.Fault;
import org.entente.ledger.LedgerException;
import org.entente.ledger.Octets;

/// A value in the strict profile of this package. Immutable; equal values encode to equal bytes.
public sealed interface Json {
    /// 2^53-1, the largest whole number every JSON reader keeps exactly (RFC 8259 section 6).
    long WHOLE_MAX = 9_007_199_254_740_991L;

    /// NFC text without lone surrogates.
    record Text(String value) implements Json {
        public Text {
            if (!isWellFormed(value)) {
                throw new IllegalArgumentException("text must be NFC without lone surrogates");
            }
        }

        private static boolean isWellFormed(String value) {
            return value.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF)
                    && Normalizer.isNormalized(value, Normalizer.Form.NFC);
        }
    }

    record Whole(long value) implements Json {
        public Whole {
            if (value > WHOLE_MAX || value < -WHOLE_MAX) {
                throw new IllegalArgumentException("beyond 2^53-1: " + value);
            }
        }
    }

    record Truth(boolean value) implements Json {}

    record Items(List<Json> values) implements Json {
        public Items {
            values = List.copyOf(values);
        }

        /// The items as objects; refuses any other kind.
        public List<Members> objects() {
            List<Members> objects = new ArrayList<>(values.size());
            for (Json value : values) {
                if (!(value instanceof Members members)) {
                    throw new LedgerException(Fault.JSON_MALFORMED, "[]");
                }
                objects.add(members);
            }
            return List.copyOf(objects);
        }
    }

    /// An object. Names are printable ASCII without quote and backslash; iteration is in ascending order.
    record Members(SortedMap<String, Json> values) implements Json {
        public Members {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
            for (String name : values.keySet()) {
                if (!isName(name)) {
                    throw new IllegalArgumentException("not a member name: " + name);
                }
            }
        }

        private static boolean isName(String name) {
            return !name.isEmpty() && name.chars().allMatch(c -> c > 0x20 && c < 0x7F && c != '"' && c != '\\');
        }

        /// Refuses any set of names but these.
        public Members requireNames(String... names) {
            if (!values.keySet().equals(Set.of(names))) {
                throw new LedgerException(Fault.JSON_MALFORMED, "members " + values.keySet());
            }
            return this;
        }

        public String text(String name) {
            if (values.get(name) instanceof Text text) {
                return text.value();
            }
            throw new LedgerException(Fault.JSON_MALFORMED, name);
        }

        public long whole(String name) {
            if (values.get(name) instanceof Whole whole) {
                return whole.value();
            }
            throw new LedgerException(Fault.JSON_MALFORMED, name);
        }

        public Items items(String name) {
            if (values.get(name) instanceof Items items) {
                return items;
            }
            throw new LedgerException(Fault.JSON_MALFORMED, name);
        }

        public Members members(String name) {
            if (values.get(name) instanceof Members members) {
                return members;
            }
            throw new LedgerException(Fault.JSON_MALFORMED, name);
        }

        public boolean has(String name) {
            return values.containsKey(name);
        }
    }

    /// Reads the one canonical form and nothing else.
    ///
    /// Throws `JSON_MALFORMED` beyond `maxBytes` or 16 levels, `JSON_NOT_CANONICAL` otherwise.
    static Json parse(byte[] utf8, int maxBytes) {
        return JsonParser.parse(utf8, maxBytes);
    }

    /// As [#parse], for a text whose outermost value must be an object.
    static Members parseMembers(byte[] utf8, int maxBytes) {
        if (parse(utf8, maxBytes) instanceof Members members) {
            return members;
        }
        throw new LedgerException(Fault.JSON_NOT_CANONICAL, "object expected", "0");
    }

    static MembersBuilder members() {
        return new MembersBuilder();
    }

    /// The canonical UTF-8 form.
    default Octets encode() {
        return JsonWriter.encode(this);
    }

    /// Collects members in any order; a name given twice is a broken program.
    final class MembersBuilder {
        private final SortedMap<String, Json> values = new TreeMap<>();

        private MembersBuilder() {}

        public MembersBuilder with(String name, Json value) {
            if (values.put(name, value) != null) {
                throw new IllegalArgumentException("member given twice: " + name);
            }
            return this;
        }

        public MembersBuilder with(String name, String text) {
            return with(name, new Text(text));
        }

        public MembersBuilder with(String name, long whole) {
            return with(name, new Whole(whole));
        }

        public MembersBuilder with(String name, boolean truth) {
            return with(name, new Truth(truth));
        }

        public Members build() {
            return new Members(values);
        }
    }
}
