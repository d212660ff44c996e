package org.entente.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.kernel.OfficerId;

/// Who stands in for whom at one moment. There are no chains: what goes to a deputy who is away
/// too goes to nobody.
///
/// @param absences those in force
public record StandIns(List<Absence> absences) {
    public static final StandIns NONE = new StandIns(List.of());

    public StandIns {
        absences = List.copyOf(absences);
    }

    public boolean isAway(OfficerId officer) {
        return absences.stream().anyMatch(one -> one.officer().equals(officer));
    }

    /// Who has what is given to the officer: the officer, a deputy, or nobody.
    public Optional<OfficerId> handler(OfficerId officer) {
        return isAway(officer)
                ? absences.stream()
                        .filter(one -> one.officer().equals(officer))
                        .flatMap(one -> Optional.ofNullable(one.deputy()).stream())
                        .filter(deputy -> !isAway(deputy))
                        .findFirst()
                : Optional.of(officer);
    }

    /// For whom the officer stands in.
    public Set<OfficerId> absentOf(OfficerId deputy) {
        return absences.stream()
                .map(Absence::officer)
                .filter(officer -> !officer.equals(deputy)
                        && handler(officer).filter(deputy::equals).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// For whom the officer was named, whether or not they are away themself: who approves nothing of
    /// theirs may not become free to by declaring an absence.
    public Set<OfficerId> namedFor(OfficerId deputy) {
        return absences.stream()
                .filter(one -> deputy.equals(one.deputy()))
                .map(Absence::officer)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Those who are away with nobody in their place.
    public Set<OfficerId> uncovered() {
        return absences.stream()
                .map(Absence::officer)
                .filter(officer -> handler(officer).isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
