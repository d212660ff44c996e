package org.entente.ask;

import java.util.Locale;
import org.entente.kernel.Party;

/// A request's number, given by the asking party and the same on both nodes, on screen and on paper: party, year, count
/// ("MX-2026-000123").
public record RequestNumber(String value) {
    public RequestNumber {
        if (!value.matches("[A-Z]{2}-[0-9]{4}-[0-9]{6}")) {
            throw new IllegalArgumentException("a request number reads US-2026-000123, not: " + value);
        }
    }

    /// The `count`-th request of a party in a year, 1 to 999,999.
    public static RequestNumber of(Party party, int year, int count) {
        return new RequestNumber(String.format(Locale.ROOT, "%s-%04d-%06d", party, year, count));
    }

    /// Whether it stands in a preview: none is given before a request is kept.
    boolean isProvisional() {
        return value.endsWith("-000000");
    }

    /// Who asked.
    public Party party() {
        return new Party(value.substring(0, 2));
    }

    @Override
    public String toString() {
        return value;
    }
}
