package org.entente.contact;

import java.util.List;
import org.entente.agreement.clock.Deadline;
import org.entente.kernel.InstitutionId;

/// What an institution has yet to report.
///
/// @param due of the earliest contact, whether it stands in a report that was not handed over or in none
public record OwedContacts(
        InstitutionId institution, List<ExchangeDay> exchanges, List<Contact> recorded, Deadline due) {
    public OwedContacts {
        exchanges = List.copyOf(exchanges);
        recorded = List.copyOf(recorded);
    }

    /// Whether there is something to make a report of.
    public boolean isReportable() {
        return !exchanges.isEmpty() || !recorded.isEmpty();
    }
}
