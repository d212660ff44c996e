package org.entente.ask;

import java.time.Instant;
import org.entente.agreement.Agreement;
import org.entente.agreement.clock.Deadline;
import org.entente.kernel.InstitutionId;
import org.jspecify.annotations.Nullable;

/// A line of an inbox or a list. `authority` is the institution of the asked side that has it now,
/// `assignment` who of this side does. `deadline` is known
/// once the asked party has the request; while it is open the clock
/// runs, unless it stands since `stopped`. `law` is the version it lives under.
public record RequestSummary(
        RequestNumber number,
        RequestType type,
        Direction side,
        State state,
        Head head,
        InstitutionId authority,
        @Nullable Deadline deadline,
        @Nullable Instant stopped,
        Agreement law,
        @Nullable Assignment assignment) {
    public boolean isOverdue(Instant now) {
        return state.isOpen() && stopped == null && deadline != null && deadline.isOverdue(now);
    }
}
