package org.entente.agreement;

import org.entente.agreement.clock.OfficeHours;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Party;

/// A party as the agreement names it, and the hours its desks keep.
public record PartyTerms(Party party, Bilingual name, OfficeHours office) {}
