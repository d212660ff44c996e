package org.entente.bench.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where the sought subject stands among the subjects that were found; those of one score stand as far down as they
/// can.
final class FoundRanks {
    /// Items asked for, of which a subject may have several: enough for the tenth subject and its ties.
    static final int ITEMS = 400;

    private FoundRanks() {}

    /// 1 for the first; [Integer#MAX_VALUE] where it is not found, or where its ties go on beyond what was asked
    /// for.
    static int worst(AliasQueries.Query query, TreasuryNames names, List<Matcher.Hit> hits) {
        Map<String, Double> best = new HashMap<>();
        for (Matcher.Hit hit : hits) {
            TreasuryNames.Item item = names.items().get(hit.item());
            if (query.mayFind(item)) {
                best.merge(item.uid(), hit.score(), Math::max);
            }
        }
        Double own = best.get(query.uid());
        boolean isCut =
                hits.size() >= ITEMS && own != null && own <= hits.getLast().score();
        if (own == null || isCut) {
            return Integer.MAX_VALUE;
        }
        return (int) best.values().stream().filter(score -> score >= own).count();
    }
}
