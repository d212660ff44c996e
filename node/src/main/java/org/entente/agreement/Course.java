package org.entente.agreement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.kernel.Bilingual;
import org.entente.kernel.LegalBasis;

/// What follows once a request of a measure was accepted: the milestones of its execution, in order.
///
/// @param answered whether it ends with an answer; if not, one of the milestones ends it
public record Course(boolean answered, List<Milestone> milestones) {
    public Course {
        milestones = List.copyOf(milestones);
    }

    /// The milestone of that key.
    public Optional<Milestone> milestone(String key) {
        return milestones.stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /// What was told and begins something that is not over: a request that has one is not refused, and does not rest.
    ///
    /// @param told the milestones told and not lifted, by either side
    public List<Milestone> unsettled(Set<String> told) {
        return milestones.stream()
                .filter(one -> told.contains(one.key())
                        && !one.settledBy().isEmpty()
                        && one.settledBy().stream().noneMatch(told::contains))
                .toList();
    }

    /// Something that happens in the execution of a request and that one side tells the other, such as an arrest.
    /// A clock of the pack may start or stop with it, by its key.
    ///
    /// @param by the side that tells it
    /// @param after the milestones that must have been told before
    /// @param unless the milestones after which it cannot be told any more
    /// @param lifts the milestones that no longer count as told after it; itself, if it may happen again
    /// @param settledBy of which one must be told before what it begins, as custody of a person, is over
    /// @param ends whether the request is over with it
    /// @param form what is told of it
    public record Milestone(
            String key,
            Bilingual name,
            FactTerm.AskedOf by,
            Set<String> after,
            Set<String> unless,
            Set<String> lifts,
            Set<String> settledBy,
            boolean ends,
            List<Measure.FormField> form,
            LegalBasis article) {
        public Milestone {
            after = Set.copyOf(after);
            unless = Set.copyOf(unless);
            lifts = Set.copyOf(lifts);
            settledBy = Set.copyOf(settledBy);
            form = List.copyOf(form);
        }

        /// Whether it may be told now.
        ///
        /// @param told the milestones told before and not lifted, by either side
        public boolean isOpen(Set<String> told) {
            return !told.contains(key)
                    && told.containsAll(after)
                    && unless.stream().noneMatch(told::contains);
        }

        /// The field of that key.
        public Optional<Measure.FormField> field(String key) {
            return form.stream().filter(one -> one.key().equals(key)).findFirst();
        }
    }
}
