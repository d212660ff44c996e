package org.entente.agreement;

import java.util.List;

/// What follows when a rule holds. Names refer to the pack's own lists.
public sealed interface Effect {
    /// The measure may be taken, unless another rule stands against it.
    record Permits() implements Effect {}

    /// Mandatory refusal.
    record Refuses(Ground ground) implements Effect {}

    /// The requested party may refuse; it need not.
    record MayRefuse(Ground ground) implements Effect {}

    /// Permitted only against this undertaking.
    record NeedsAssurance(Assurance assurance) implements Effect {}

    /// Approvals to be obtained, clocks that run and conditions to be met, whatever the ruling.
    record Obliges(List<Approval> approvals, List<String> clocks) implements Effect {
        public Obliges {
            approvals = List.copyOf(approvals);
            clocks = List.copyOf(clocks);
        }
    }
}
