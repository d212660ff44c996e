package org.entente.contact;

import java.util.Locale;
import org.entente.kernel.Party;

/// A report's number, of this party only: party, year, C and a count ("MX-2026-C000012").
public record ReportNumber(String value) {
    public ReportNumber {
        if (!value.matches("[A-Z]{2}-[0-9]{4}-C[0-9]{6}")) {
            throw new IllegalArgumentException("a report's number reads MX-2026-C000012, not: " + value);
        }
    }

    static ReportNumber of(Party party, int year, int count) {
        return new ReportNumber(String.format(Locale.ROOT, "%s-%04d-C%06d", party, year, count));
    }

    @Override
    public String toString() {
        return value;
    }
}
