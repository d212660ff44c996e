package org.entente.access;

import java.time.Instant;
import org.entente.kernel.OfficerId;
import org.jspecify.annotations.Nullable;

/// An officer is away from one moment until another; what is given to them goes to the deputy
/// meanwhile.
///
/// @param deputy null: it goes to nobody
public record Absence(
        OfficerId officer, @Nullable OfficerId deputy, Instant from, Instant until, OfficerId declaredBy) {
    public boolean isInForce(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    boolean overlaps(Instant start, Instant end) {
        return from.isBefore(end) && start.isBefore(until);
    }
}
