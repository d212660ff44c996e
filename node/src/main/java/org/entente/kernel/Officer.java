package org.entente.kernel;

import java.util.Set;

/// A named person of this party, signed in. `name` is for screens and documents of this party only.
public record Officer(OfficerId id, Party party, InstitutionId institution, String name, Set<Role> roles)
        implements Actor {
    public Officer {
        roles = Set.copyOf(roles);
        if (!institution.party().equals(party)) {
            throw new IllegalArgumentException("an officer serves an institution of their own party");
        }
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    @Override
    public String label() {
        return "officer:" + id;
    }
}
