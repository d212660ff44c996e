package org.entente.agreement;

import java.util.Set;
import org.entente.kernel.Bilingual;
import org.entente.kernel.InstitutionId;

/// An institution the agreement names, with the measures it may ask for or answer. `central` marks the party's central
/// authority, which may take part in every measure.
public record Institution(InstitutionId id, Bilingual name, boolean central, Set<String> competences) {
    public Institution {
        competences = Set.copyOf(competences);
    }

    public boolean isCompetentFor(String measure) {
        return central || competences.contains(measure);
    }
}
