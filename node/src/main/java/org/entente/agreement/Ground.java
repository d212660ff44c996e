package org.entente.agreement;

import java.util.Set;
import org.entente.kernel.Bilingual;
import org.entente.kernel.LegalBasis;

/// A ground of refusal, open to the requested party for the measures it lists. Every ground is stated the same way:
/// its key, an article and reasons.
///
/// @param consulted the measures for which the sides consult before it is stated, or say why not (UNTOC 18(26)); no
///     ground of human rights is among them
public record Ground(String key, Bilingual text, LegalBasis article, Set<String> measures, Set<String> consulted) {
    public Ground {
        measures = Set.copyOf(measures);
        consulted = Set.copyOf(consulted);
    }
}
