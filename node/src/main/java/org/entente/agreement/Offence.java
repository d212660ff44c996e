package org.entente.agreement;

import java.util.Set;
import org.entente.kernel.Bilingual;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Party;

/// An offence a request may name, and what the law takes it for. `penaltyYearsAtLeast` is the threshold of the article,
/// not either party's penal code.
public record Offence(
        String key,
        Bilingual name,
        LegalBasis article,
        int penaltyYearsAtLeast,
        boolean drugs,
        boolean political,
        Set<Party> deathPenaltyIn) {
    public Offence {
        deathPenaltyIn = Set.copyOf(deathPenaltyIn);
    }
}
