package org.entente.contact;

import java.time.Instant;
import org.entente.kernel.InstitutionId;
import org.jspecify.annotations.Nullable;

/// A report of an institution's contacts.
///
/// @param first moment of the earliest contact in it
/// @param due when the earliest of them had to be reported
/// @param handed null until it was handed over
public record ContactReport(
        ReportNumber number,
        InstitutionId institution,
        Instant first,
        Instant last,
        int contactCount,
        Instant due,
        Instant made,
        String madeBy,
        @Nullable HandedOver handed) {
    /// That the recipients have it.
    ///
    /// @param reference what their receipt is known by
    public record HandedOver(Instant at, String by, String reference) {}

    /// Whether it was, or is, too late.
    public boolean isLate(Instant now) {
        return (handed == null ? now : handed.at()).isAfter(due);
    }
}
