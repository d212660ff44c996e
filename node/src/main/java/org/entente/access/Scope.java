package org.entente.access;

import java.util.Set;
import org.entente.kernel.PersonClass;
import org.entente.kernel.Purpose;

/// What an actor may see for a purpose; a store turns it into its WHERE. A protected class is visible only if it stands
/// in `visibleProtected`, which is empty without a mandate.
public record Scope(Purpose purpose, Set<PersonClass> visibleProtected) {
    public Scope {
        visibleProtected = Set.copyOf(visibleProtected);
    }

    public boolean sees(PersonClass personClass) {
        return !personClass.isProtected() || visibleProtected.contains(personClass);
    }
}
