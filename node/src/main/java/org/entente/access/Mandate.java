package org.entente.access;

import java.time.Instant;
import java.util.Set;
import org.entente.kernel.OfficerId;
import org.entente.kernel.PersonClass;

/// A lawyer's written permission for one officer to see protected persons of named classes, for a reason and a time.
public record Mandate(
        OfficerId officer, Set<PersonClass> classes, String reason, OfficerId grantedBy, Instant from, Instant until) {
    public Mandate {
        classes = Set.copyOf(classes);
    }

    boolean isInForce(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
