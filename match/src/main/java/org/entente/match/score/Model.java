package org.entente.match.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.entente.match.name.NameComparison;
import org.entente.match.name.NamePart;
import org.entente.match.name.PersonName;

/// What the levels of each field are worth (Fellegi and Sunter, Journal of the American Statistical Association 64,
/// 1969):
/// the m of a level is its share among pairs of records of one subject, its u that among pairs of two. For equal values
/// u
/// is how common the value is in the collection at hand. Immutable, thread-safe.
public final class Model {
    static final int LEVELS = Level.values().length;
    private static final Field[] FIELDS = Field.values();
    private static final Level[] LEVEL = Level.values();

    /// Fields that say the same thing more than once: of those that speak for, only the strongest counts, and of those
    /// that
    /// speak against, too.
    private static final int[] GROUPS = groups();

    private static final int GROUP_COUNT = 2;

    /// A field cannot speak for more, or against more, than this: no source is free of clerks' mistakes.
    private static final double BITS_MAX = 20;

    private static final double BITS_MIN = -12;

    private final double[][] m;
    private final double[][] u;
    private final double priorBits;

    Model(double[][] m, double[][] u, double priorBits) {
        this.m = m;
        this.u = u;
        this.priorBits = priorBits;
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

    private static int[] groups() {
        int[] groups = new int[FIELDS.length];
        Arrays.fill(groups, -1);
        for (Field field : List.of(Field.ADDRESS, Field.LOCALITY, Field.REGION, Field.POSTCODE, Field.COUNTRY)) {
            groups[field.index()] = 0;
        }
        return groups;
    }

    /// Prior and evidence in bits; what [#judge] sums to.
    public double bits(Collection collection, Prepared one, Prepared other) {
        return priorBits + evidence(collection, one, other, null);
    }

    /// What speaks for and against, field by field.
    public Judgement judge(Collection collection, Prepared one, Prepared other) {
        List<Part> parts = new ArrayList<>();
        double bits = priorBits;
        NameComparison name = bestName(collection, one, other);
        for (NamePart part : name.parts()) {
            parts.add(new Part(
                    part.leftRole().name(),
                    part.left(),
                    part.right(),
                    part.level().name(),
                    part.m(),
                    part.u(),
                    part.bits()));
            bits += part.bits();
        }
        double[] all = new double[FIELDS.length];
        evidence(collection, one, other, all);
        for (Field field : FIELDS) {
            int at = field.index();
            Pick pick = pick(collection, field, one, other);
            if (pick != null) {
                double u = pick.level == Level.EXACT
                        ? collection.share(field, pick.left, u(field, Level.EXACT))
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

    private static NameComparison bestName(Collection collection, Prepared one, Prepared other) {
        NameComparison best = new NameComparison(0, List.of());
        boolean first = true;
        for (PersonName left : one.names) {
            for (PersonName right : other.names) {
                NameComparison compared = NameComparison.of(left, right, collection.commonness());
                if (first || compared.bits() > best.bits()) {
                    best = compared;
                    first = false;
                }
            }
        }
        return best;
    }

    static double nameBits(Collection collection, Prepared one, Prepared other) {
        double best = Double.NEGATIVE_INFINITY;
        for (PersonName left : one.names) {
            for (PersonName right : other.names) {
                best = Math.max(best, NameComparison.bits(left, right, collection.commonness()));
            }
        }
        return best == Double.NEGATIVE_INFINITY ? 0 : best;
    }

    /// @param into what each field adds once correlated ones are counted once, by ordinal; may be absent
    double evidence(
            Collection collection, Prepared one, Prepared other, double @org.jspecify.annotations.Nullable [] into) {
        double sum = nameBits(collection, one, other);
        double[] most = new double[GROUP_COUNT];
        double[] least = new double[GROUP_COUNT];
        int[] mostAt = new int[GROUP_COUNT];
        int[] leastAt = new int[GROUP_COUNT];
        for (int at = 0; at < FIELDS.length; at++) {
            if (one.values[at].length == 0 || other.values[at].length == 0) {
                continue;
            }
            double bits = fieldBits(collection, FIELDS[at], one, other);
            int group = GROUPS[at];
            if (group < 0) {
                sum += bits;
                if (into != null) {
                    into[at] = bits;
                }
            } else if (bits > most[group]) {
                most[group] = bits;
                mostAt[group] = at;
            } else if (bits < least[group]) {
                least[group] = bits;
                leastAt[group] = at;
            }
        }
        for (int group = 0; group < GROUP_COUNT; group++) {
            sum += most[group] + least[group];
            if (into != null && most[group] > 0) {
                into[mostAt[group]] = most[group];
            }
            if (into != null && least[group] < 0) {
                into[leastAt[group]] = least[group];
            }
        }
        return sum;
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
        double seldom = level == Level.EXACT ? collection.share(field, value, u(field, Level.EXACT)) : u(field, level);
        double bits = Math.log(m(field, level) / Math.max(seldom, 1e-9)) / Math.log(2);
        return grained(Math.clamp(bits, BITS_MIN, BITS_MAX));
    }

    private static double grained(double bits) {
        return Math.rint(bits * 1024) / 1024;
    }

    private record Pick(Level level, PreparedValue left, PreparedValue right) {}

    private @org.jspecify.annotations.Nullable Pick pick(
            Collection collection, Field field, Prepared one, Prepared other) {
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
        for (int at = 0; at < FIELDS.length; at++) {
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
