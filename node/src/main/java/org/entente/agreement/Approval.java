package org.entente.agreement;

import java.util.Set;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Role;

/// A decision by `officers` different people, 1 to 5, each with one of the roles, before the step may be taken.
public record Approval(String key, Bilingual text, Set<Role> roles, int officers) {
    public Approval {
        roles = Set.copyOf(roles);
    }
}
