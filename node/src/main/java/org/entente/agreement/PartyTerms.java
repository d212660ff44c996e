package org.entente.agreement;

import java.time.ZoneId;
import org.entente.agreement.clock.OfficeHours;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Party;

/// A party as the agreement names it, and the hours its desks keep.
public record PartyTerms(Party party, Bilingual name, OfficeHours office) {
    /// Where a day of this party begins and ends.
    public ZoneId zone() {
        return office.zone();
    }
}
