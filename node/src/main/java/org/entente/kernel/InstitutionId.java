package org.entente.kernel;

import java.util.Locale;

/// An institution of one party as the agreement names it: party code in lower case, a hyphen, a short name
/// ("us-atf", "mx-fgr"). The pack gives its full names and competences.
public record InstitutionId(String value) {
    public InstitutionId {
        if (!value.matches("[a-z]{2}-[a-z0-9-]{1,37}")) {
            throw new IllegalArgumentException("not an institution id: " + value);
        }
    }

    public Party party() {
        return new Party(value.substring(0, 2).toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return value;
    }
}
