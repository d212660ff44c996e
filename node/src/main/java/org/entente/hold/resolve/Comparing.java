package org.entente.hold.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.match.score.Collection;
import org.entente.match.score.Facet;
import org.entente.match.score.Judgement;
import org.entente.match.score.Model;
import org.entente.match.score.Prepared;
import org.entente.match.score.Threshold;

/// Compares records of one batch, prepared once. Some microseconds a pair of facets. One thread at a time.
public final class Comparing {
    private final Model model = Model.shipped();
    private final Collection collection;
    private final Map<UUID, Map<UUID, Prepared>> prepared = new HashMap<>();

    public Comparing(List<RecordFacets> records) {
        List<Facet> facets = new ArrayList<>();
        records.forEach(each -> facets.addAll(each.facets().values()));
        collection = Collection.uncounted(facets);
        int at = 0;
        for (RecordFacets each : records) {
            Map<UUID, Prepared> own = HashMap.newHashMap(each.facets().size());
            for (UUID facet : each.facets().keySet()) {
                own.put(facet, collection.records().get(at++));
            }
            prepared.put(each.subject(), own);
        }
    }

    /// The best facet pair; empty where a record is not of the batch or has nothing to compare, or the two are
    /// of different kinds.
    public Optional<Pairing> of(UUID one, UUID other) {
        Prepared bestOne = null;
        Prepared bestOther = null;
        UUID oneFacet = one;
        UUID otherFacet = other;
        double best = Double.NEGATIVE_INFINITY;
        for (Map.Entry<UUID, Prepared> left :
                prepared.getOrDefault(one, Map.of()).entrySet()) {
            for (Map.Entry<UUID, Prepared> right :
                    prepared.getOrDefault(other, Map.of()).entrySet()) {
                if (left.getValue().facet().kind() != right.getValue().facet().kind()) {
                    continue;
                }
                double bits = model.bits(collection, left.getValue(), right.getValue());
                if (bits > best || (bits == best && isBefore(left.getKey(), right.getKey(), oneFacet, otherFacet))) {
                    best = bits;
                    bestOne = left.getValue();
                    bestOther = right.getValue();
                    oneFacet = left.getKey();
                    otherFacet = right.getKey();
                }
            }
        }
        if (bestOne == null || bestOther == null) {
            return Optional.empty();
        }
        return Optional.of(new Pairing(
                one, other, oneFacet, otherFacet, best, isJoinable(best, bestOne.facet(), bestOther.facet())));
    }

    /// Whichever order the facets come in, equal bits name the same pair.
    private static boolean isBefore(UUID left, UUID right, UUID knownLeft, UUID knownRight) {
        int byLeft = left.toString().compareTo(knownLeft.toString());
        return byLeft < 0 || (byLeft == 0 && right.toString().compareTo(knownRight.toString()) < 0);
    }

    private boolean isJoinable(double bits, Facet one, Facet other) {
        return bits >= Threshold.MERGE.bits() && Corroboration.stands(judgement(one, other), one, other);
    }

    private Judgement judgement(Facet one, Facet other) {
        return model.judge(one, other);
    }

    /// Empty facets have nothing to compare and are left out.
    public static boolean isComparable(Facet facet) {
        return !facet.values().isEmpty();
    }
}
