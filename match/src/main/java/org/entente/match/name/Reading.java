package org.entente.match.name;

import java.util.List;

/// The words of a name and what each is taken to be, given names first.
final class Reading {
    final NameToken[] words;
    final Role[] roles;

    /// From a register's columns: a part that is not there was not written down, which says nothing of the person.
    final boolean isFromColumns;

    /// Where the surnames begin was guessed: a word is then as common as it is in any role.
    final boolean isGuessed;

    Reading(List<NameToken> words, List<Role> roles, boolean isFromColumns, boolean isGuessed) {
        this.isFromColumns = isFromColumns;
        this.isGuessed = isGuessed;
        this.words = words.toArray(NameToken[]::new);
        this.roles = roles.toArray(Role[]::new);
    }

    int count() {
        return words.length;
    }

    /// A given name, or any surname.
    boolean has(Role role) {
        for (Role own : roles) {
            if (own.isSurname() == role.isSurname()) {
                return true;
            }
        }
        return false;
    }
}
