package org.entente.find;

import java.time.Instant;
import java.util.List;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Bytes;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Purpose;
import org.entente.kernel.Texts;
import org.jspecify.annotations.Nullable;

/// One past query of this node.
///
/// @param settled null while no answer came
/// @param refusal the peer's code if it refused, FIND_ANSWER_LOST or FIND_ANSWER_REFUSED where its answer told nothing
/// @param hits empty in lists
public record QueryEntry(
        Bytes id,
        OfficerId officer,
        InstitutionId institution,
        CaseNumber caseNumber,
        Purpose purpose,
        LegalBasis basis,
        String keyType,
        Instant asked,
        int paddedCount,
        @Nullable Instant settled,
        @Nullable String refusal,
        List<Hit> hits) {
    public QueryEntry {
        hits = List.copyOf(hits);
    }

    /// How it ended, for a list.
    public Bilingual outcome() {
        Texts texts = Texts.of("find");
        if (refusal == null) {
            return texts.bilingual(settled == null ? "outcome.open" : "outcome.answered");
        }
        if (refusal.equals(FindCode.FIND_ANSWER_LOST.name())) {
            return texts.bilingual("outcome.lost");
        }
        return refusal.equals(FindCode.FIND_ANSWER_REFUSED.name())
                ? texts.bilingual("outcome.worthless")
                : QueryLaw.words(refusal);
    }
}
