package org.entente.agreement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.kernel.Bilingual;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Party;

/// A party's own law by which its officials report every contact with the other party's.
///
/// @param clock key of the clock from a contact to its report
/// @param recipients the authorities that get the report
/// @param leaveFor the words of those kinds of contact that want leave beforehand
public record ContactDuty(
        Party party, String clock, List<Bilingual> recipients, Set<String> leaveFor, LegalBasis article) {
    /// The kinds of contact, in the pack's words.
    public static final List<String> KINDS = List.of("meeting", "exchange", "call", "message");

    public ContactDuty {
        recipients = List.copyOf(recipients);
        leaveFor = Set.copyOf(leaveFor);
    }

    /// That of a party, if its law has one.
    public static Optional<ContactDuty> of(Agreement agreement, Party party) {
        return agreement.text().contactDuties().stream()
                .filter(duty -> duty.party().equals(party))
                .findFirst();
    }
}
