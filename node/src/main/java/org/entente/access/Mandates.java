package org.entente.access;

import java.time.Instant;
import java.util.Set;
import org.entente.kernel.OfficerId;
import org.entente.kernel.PersonClass;

/// Who may see protected persons: a written mandate for an officer, classes and a time. Without one the set is empty.
public interface Mandates {
    Set<PersonClass> visibleTo(OfficerId officer, Instant at);

    /// Nobody has a mandate.
    static Mandates none() {
        return (_, _) -> Set.of();
    }
}
