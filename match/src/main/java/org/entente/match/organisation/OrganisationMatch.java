package org.entente.match.organisation;

import java.util.List;
import org.entente.match.score.Part;

/// The comparison of two names of organisations: the bits of the parts, added in their order, are `bits` exactly. A
/// name alone is never a proof of identity; `isDistinctive` says whether at least one word agrees that few
/// organisations have.
public record OrganisationMatch(double bits, boolean isDistinctive, List<Part> parts) {
    /// Two names with at least these bits are taken for names of one organisation where only the names are known.
    ///
    /// Evidence: highest F1 on the 97 pairs of companies and organisations in nomenklatura's development set; see
    /// `OrganisationBenchTest` for the figures there, on the aliases of the Treasury list and on random companies.
    public static final double SAME_NAME_BITS = 6.5;

    public OrganisationMatch {
        parts = List.copyOf(parts);
    }

    public boolean isSameName() {
        return bits >= SAME_NAME_BITS;
    }
}
