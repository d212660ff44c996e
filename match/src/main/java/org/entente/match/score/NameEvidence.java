package org.entente.match.score;

import java.util.List;
import org.entente.match.name.NameComparison;
import org.entente.match.name.NamePart;
import org.entente.match.name.PersonName;
import org.entente.match.organisation.OrganisationName;

/// What the names of two records say: of all pairs of their names the one that speaks most for one subject.
final class NameEvidence {
    private NameEvidence() {}

    static double bits(Collection collection, Prepared one, Prepared other) {
        double best = Double.NEGATIVE_INFINITY;
        for (PersonName left : one.names) {
            for (PersonName right : other.names) {
                best = Math.max(best, NameComparison.bits(left, right, collection.commonness()));
            }
        }
        for (OrganisationName left : one.organisations) {
            for (OrganisationName right : other.organisations) {
                best = Math.max(best, OrganisationName.bits(left, right));
            }
        }
        return best == Double.NEGATIVE_INFINITY ? 0 : best;
    }

    /// The lines of the best pair; they sum to [#bits].
    static List<Part> parts(Collection collection, Prepared one, Prepared other) {
        double bits = bits(collection, one, other);
        for (PersonName left : one.names) {
            for (PersonName right : other.names) {
                NameComparison compared = NameComparison.of(left, right, collection.commonness());
                if (compared.bits() == bits) {
                    return compared.parts().stream().map(NameEvidence::part).toList();
                }
            }
        }
        for (OrganisationName left : one.organisations) {
            for (OrganisationName right : other.organisations) {
                if (OrganisationName.bits(left, right) == bits) {
                    return OrganisationName.compare(left, right).parts();
                }
            }
        }
        return List.of();
    }

    private static Part part(NamePart part) {
        String role = part.left().isEmpty()
                ? part.rightRole().name()
                : part.leftRole().name();
        return new Part(role, part.left(), part.right(), part.level().name(), part.m(), part.u(), part.bits());
    }
}
