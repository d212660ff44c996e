package org.entente.agreement;

import java.util.Set;
import org.entente.kernel.Bilingual;
import org.entente.kernel.LegalBasis;

/// A ground of refusal, open to the requested party for the measures it lists. Every ground is stated the same way:
/// its key, an article and reasons; none asks for more than another.
public record Ground(String key, Bilingual text, LegalBasis article, Set<String> measures) {
    public Ground {
        measures = Set.copyOf(measures);
    }
}
