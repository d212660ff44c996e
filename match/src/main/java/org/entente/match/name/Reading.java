package org.entente.match.name;

import java.util.List;

/// The words of a name and what each is taken to be, given names first.
final class Reading {
    final NameToken[] words;
    final Role[] roles;

    Reading(List<NameToken> words, List<Role> roles) {
        this.words = words.toArray(NameToken[]::new);
        this.roles = roles.toArray(Role[]::new);
    }

    int count() {
        return words.length;
    }
}
