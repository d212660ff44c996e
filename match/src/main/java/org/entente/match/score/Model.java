package org.entente.match.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.entente.match.name.NameComparison;
import org.entente.match.name.NamePart;
import org.entente.match.name.PersonName;
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

    /// Fields that say more than once where somebody lives: of those that speak for, only the strongest counts, and
    /// of those
    /// that speak against, too.
    private static final Set<Field> PLACE =
            Set.of(Field.ADDRESS, Field.LOCALITY, Field.REGION, Field.POSTCODE, Field.COUNTRY);

    private static final boolean[] IS_PLACE = isPlace();

    /// A field cannot speak for more, or against more, than this: no source is free of clerks' mistakes.
    private static final double BITS_MAX = 20;

    private static final double BITS_MIN = -12;

    private final double[][] m;
    private final double[][] u;
    private final double priorBits;
    private final double[][] bits;
    private final double[] exactM;
    private final double[] exactU;

    Model(double[][] m, double[][] u, double priorBits) {
        this.m = m;
        this.u = u;
        this.priorBits = grained(priorBits);
        this.bits = new double[FIELDS.length][LEVELS];
        this.exactM = new double[FIELDS.length];
        this.exactU = new double[FIELDS.length];
        for (int at = 0; at < FIELDS.length; at++) {
            for (int level = 0; level < LEVELS; level++) {
                double worth = log2(m[at][level]) - log2(u[at][level]);
                bits[at][level] = grained(Math.clamp(worth, BITS_MIN, BITS_MAX));
            }
            exactM[at] = log2(m[at][Level.EXACT.index()]);
            exactU[at] = -log2(u[at][Level.EXACT.index()]);
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

    private static boolean[] isPlace() {
        boolean[] places = new boolean[FIELDS.length];
        PLACE.forEach(field -> places[field.index()] = true);
        return places;
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
    double evidence(Collection collection, Prepared one, Prepared other, double @Nullable [] into) {
        double sum = nameBits(collection, one, other);
        double most = 0;
        double least = 0;
        int mostAt = 0;
        int leastAt = 0;
        for (int at : one.present) {
            if (other.values[at].length == 0) {
                continue;
            }
            double bits = fieldBits(collection, FIELDS[at], one, other);
            if (!IS_PLACE[at]) {
                sum += bits;
                if (into != null) {
                    into[at] = bits;
                }
            } else if (bits > most) {
                most = bits;
                mostAt = at;
            } else if (bits < least) {
                least = bits;
                leastAt = at;
            }
        }
        if (into != null && most > 0) {
            into[mostAt] = most;
        }
        if (into != null && least < 0) {
            into[leastAt] = least;
        }
        return sum + most + least;
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
        double rarity = collection.rarityBits(field, value, exactU[field.index()]);
        return grained(Math.clamp(exactM[field.index()] + rarity, BITS_MIN, BITS_MAX));
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
