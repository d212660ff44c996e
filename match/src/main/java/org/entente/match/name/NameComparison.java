package org.entente.match.name;

import java.util.ArrayList;
import java.util.List;

/// Two names of people beside each other, in bits: how much more often names agree so when they are of one person than
/// when they are of two. The parts sum to the bits exactly.
public record NameComparison(double bits, List<NamePart> parts) {
    private static final ThreadLocal<NameAlignment> ALIGNMENT = ThreadLocal.withInitial(NameAlignment::new);

    /// Different people, by "Jr." and "Sr.".
    private static final double SUFFIX_BITS = -3;

    /// Two names of this [#likeness] are taken for writings of one: highest F1 over the 187 pairs of people in
    /// nomenklatura's
    /// development set (0.91 there).
    public static final double SAME_NAME = 0.76;

    /// Surnames weigh more than given names, and what only one side has weighs little.
    private static final double SURNAME_WEIGHT = 1.3;

    private static final double MISSING_WEIGHT = 0.2;

    public NameComparison {
        parts = List.copyOf(parts);
    }

    /// The bits alone; the same as [#of] gives. Thread-safe, about a third of a microsecond for two written in columns.
    public static double bits(PersonName one, PersonName other, Commonness known) {
        if (isTurned(one, other)) {
            return bits(other, one, known);
        }
        NameAlignment alignment = ALIGNMENT.get();
        double best = Double.NEGATIVE_INFINITY;
        for (Reading left : one.readings()) {
            for (Reading right : other.readings()) {
                best = Math.max(best, alignment.compare(left, right, known, null));
            }
        }
        return best + suffix(one, other);
    }

    public static NameComparison of(PersonName one, PersonName other, Commonness known) {
        if (isTurned(one, other)) {
            NameComparison turned = of(other, one, known);
            return new NameComparison(
                    turned.bits, turned.parts.stream().map(NamePart::turned).toList());
        }
        NameAlignment alignment = ALIGNMENT.get();
        double best = Double.NEGATIVE_INFINITY;
        List<NamePart> parts = List.of();
        for (Reading left : one.readings()) {
            for (Reading right : other.readings()) {
                List<NamePart> tried = new ArrayList<>();
                double bits = alignment.compare(left, right, known, tried);
                if (bits > best) {
                    best = bits;
                    parts = tried;
                }
            }
        }
        double suffix = suffix(one, other);
        if (suffix != 0) {
            parts = new ArrayList<>(parts);
            parts.add(new NamePart(
                    one.suffix(), Role.MARRIED, other.suffix(), Role.MARRIED, TokenLevel.OTHER, 0, 0, suffix));
        }
        return new NameComparison(best + suffix, parts);
    }

    /// How alike the two are written, 0 to 1, however common the names: whether one could be a spelling of the other.
    /// It is no evidence that two records are of one person; [#bits] is.
    public double likeness() {
        double alike = 0;
        double all = 0;
        for (NamePart part : parts) {
            double weight = part.leftRole().isSurname() || part.rightRole().isSurname() ? SURNAME_WEIGHT : 1;
            boolean missing = part.left().isEmpty() || part.right().isEmpty();
            all += missing ? MISSING_WEIGHT * weight : weight;
            alike += weight * part.level().likeness();
        }
        return all == 0 ? 0 : alike / all;
    }

    /// Of two assignments that are worth the same the first found is taken, so that the sides are put in one order
    /// first.
    private static boolean isTurned(PersonName one, PersonName other) {
        return one.text().compareTo(other.text()) > 0;
    }

    private static double suffix(PersonName one, PersonName other) {
        return one.suffix().isEmpty()
                        || other.suffix().isEmpty()
                        || one.suffix().equals(other.suffix())
                ? 0
                : SUFFIX_BITS;
    }
}
