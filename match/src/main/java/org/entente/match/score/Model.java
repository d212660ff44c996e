package org.entente.match.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the levels of each field are worth (Fellegi and Sunter, Journal of the American Statistical Association 64,
/// 1969):
/// the m of a level is its share among pairs of records of one subject, its u that among pairs of two. For equal values
/// u
/// is how common the value is in the collection at hand. Immutable, thread-safe.
public final class Model {
    static final int LEVELS = Level.values().length;
    private static final Field[] FIELDS = Field.values();
    private static final Level[] LEVEL = Level.values();

    private static final double[] SHIPPED_U = Arrays.stream(ShippedModel.u())
            .mapToDouble(row -> row[Level.EXACT.index()])
            .toArray();

    /// Fields that say more than once where somebody lives: of those that speak for, only the strongest counts, and
    /// of those
    /// that speak against, too.
    private static final Set<Field> PLACE =
            Set.of(Field.ADDRESS, Field.LOCALITY, Field.REGION, Field.POSTCODE, Field.COUNTRY);

    private static final boolean[] IS_PLACE = marked(PLACE);

    /// Keys made of a person's name, birth date and sex: they agree together, so that only the strongest counts for.
    private static final boolean[] IS_KEY = marked(Set.of(Field.CURP, Field.RFC, Field.INE_KEY));

    private static final List<Field> IMPLIED = List.of(Field.BIRTH_DATE, Field.SEX);

    /// A field cannot speak for more, or against more, than this: no source is free of clerks' mistakes.
    private static final double BITS_MAX = 20;

    private static final double BITS_MIN = -12;

    private final double[][] m;
    private final double[][] u;
    private final double priorBits;
    private final double[][] bits;
    private final double[] exactM;

    Model(double[][] m, double[][] u, double priorBits) {
        this.m = m;
        this.u = u;
        this.priorBits = grained(priorBits);
        this.bits = new double[FIELDS.length][LEVELS];
        this.exactM = new double[FIELDS.length];
        for (int at = 0; at < FIELDS.length; at++) {
            for (int level = 0; level < LEVELS; level++) {
                double worth = log2(m[at][level]) - log2(u[at][level]);
                bits[at][level] = grained(Math.clamp(worth, BITS_MIN, BITS_MAX));
            }
            exactM[at] = log2(m[at][Level.EXACT.index()]);
        }
    }

    /// As shipped: for records of no collection in particular, say of one that is being taken in.
    public static Model shipped() {
        return Shipped.MODEL;
    }

    private static final class Shipped {
        static final Model MODEL = new Model(ShippedModel.m(), ShippedModel.u(), ShippedModel.PRIOR_BITS);
    }

    /// Judges two facets on their own. A few microseconds.
    public Judgement judge(Facet one, Facet other) {
        Collection both = Collection.uncounted(List.of(one, other));
        return judge(both, both.records().getFirst(), both.records().getLast());
    }

    public double priorBits() {
        return priorBits;
    }

    double m(Field field, Level level) {
        return m[field.index()][level.index()];
    }

    double u(Field field, Level level) {
        return u[field.index()][level.index()];
    }

    private static boolean[] marked(Set<Field> fields) {
        boolean[] marked = new boolean[FIELDS.length];
        fields.forEach(field -> marked[field.index()] = true);
        return marked;
    }

    /// Prior and evidence in bits; what [#judge] sums to.
    public double bits(Collection collection, Prepared one, Prepared other) {
        return priorBits + evidence(collection, one, other, null);
    }

    /// What speaks for and against, field by field.
    public Judgement judge(Collection collection, Prepared one, Prepared other) {
        List<Part> parts = new ArrayList<>();
        double bits = priorBits;
        for (Part part : NameEvidence.parts(collection, one, other)) {
            parts.add(part);
            bits += part.bits();
        }
        double[] all = new double[FIELDS.length];
        evidence(collection, one, other, all);
        for (Field field : FIELDS) {
            int at = field.index();
            Pick pick = pick(collection, field, one, other);
            if (pick != null) {
                double u = pick.level == Level.EXACT
                        ? collection.share(field, pick.left, SHIPPED_U[at])
                        : u(field, pick.level);
                parts.add(new Part(
                        field.name(),
                        pick.left.value.text(),
                        pick.right.value.text(),
                        pick.level.name(),
                        m(field, pick.level),
                        u,
                        all[at]));
                bits += all[at];
            }
        }
        return new Judgement(priorBits, parts, bits);
    }

    /// @param into what each field adds once correlated ones are counted once, by ordinal; may be absent
    double evidence(Collection collection, Prepared one, Prepared other, double @Nullable [] into) {
        double sum = NameEvidence.bits(collection, one, other);
        double most = 0;
        double least = 0;
        int mostAt = -1;
        int leastAt = -1;
        double key = 0;
        int keyAt = -1;
        boolean sameKey = false;
        for (int at : one.present) {
            if (other.values[at].length == 0) {
                continue;
            }
            double bits = fieldBits(collection, FIELDS[at], one, other);
            if (IS_PLACE[at]) {
                if (bits > most) {
                    most = bits;
                    mostAt = at;
                } else if (bits < least) {
                    least = bits;
                    leastAt = at;
                }
            } else if (IS_KEY[at] && bits > 0) {
                sameKey |= sharesValue(one, other, at);
                if (bits > key) {
                    key = bits;
                    keyAt = at;
                }
            } else {
                sum += bits;
                put(into, at, bits);
            }
        }
        put(into, mostAt, most);
        put(into, leastAt, least);
        put(into, keyAt, key);
        return sum + most + least + key - (sameKey ? implied(collection, one, other, into) : 0);
    }

    private static void put(double @Nullable [] into, int at, double bits) {
        if (into != null && at >= 0) {
            into[at] = bits;
        }
    }

    private static boolean sharesValue(Prepared one, Prepared other, int at) {
        for (PreparedValue left : one.values[at]) {
            for (PreparedValue right : other.values[at]) {
                if (left.term == right.term) {
                    return true;
                }
            }
        }
        return false;
    }

    /// What an equal key has said already: that birth date and sex agree.
    private double implied(Collection collection, Prepared one, Prepared other, double @Nullable [] into) {
        double implied = 0;
        for (Field field : IMPLIED) {
            int at = field.index();
            if (one.values[at].length > 0 && other.values[at].length > 0) {
                double bits = fieldBits(collection, field, one, other);
                if (bits > 0) {
                    implied += bits;
                    put(into, at, 0);
                }
            }
        }
        return implied;
    }

    double fieldBits(Collection collection, Field field, Prepared one, Prepared other) {
        int at = field.index();
        Comparator comparator = Comparator.of(field);
        double best = Double.NEGATIVE_INFINITY;
        for (PreparedValue left : one.values[at]) {
            for (PreparedValue right : other.values[at]) {
                best = Math.max(best, bits(collection, field, comparator.compare(left, right), left));
            }
        }
        return best;
    }

    private double bits(Collection collection, Field field, Level level, PreparedValue value) {
        if (level != Level.EXACT) {
            return bits[field.index()][level.index()];
        }
        double share = collection.share(field, value, SHIPPED_U[field.index()]);
        return grained(Math.clamp(exactM[field.index()] - log2(share), BITS_MIN, BITS_MAX));
    }

    private static double log2(double value) {
        return Math.log(Math.max(value, 1e-9)) / Math.log(2);
    }

    private static double grained(double bits) {
        return Math.rint(bits * 1024) / 1024;
    }

    private record Pick(Level level, PreparedValue left, PreparedValue right) {}

    private @Nullable Pick pick(Collection collection, Field field, Prepared one, Prepared other) {
        int at = field.index();
        Comparator comparator = Comparator.of(field);
        Pick pick = null;
        double best = Double.NEGATIVE_INFINITY;
        for (PreparedValue left : one.values[at]) {
            for (PreparedValue right : other.values[at]) {
                Level level = comparator.compare(left, right);
                double bits = bits(collection, field, level, left);
                if (bits > best) {
                    best = bits;
                    pick = new Pick(level, left, right);
                }
            }
        }
        return pick;
    }

    /// The best level of each field that both have; -1 where one has none.
    int[] levels(Prepared one, Prepared other) {
        int[] levels = new int[FIELDS.length];
        Arrays.fill(levels, -1);
        for (int at : one.present) {
            for (PreparedValue left : one.values[at]) {
                for (PreparedValue right : other.values[at]) {
                    int level = Comparator.of(FIELDS[at]).compare(left, right).index();
                    levels[at] = levels[at] < 0 ? level : Math.min(levels[at], level);
                }
            }
        }
        return levels;
    }

    static Level level(int ordinal) {
        return LEVEL[ordinal];
    }
}
