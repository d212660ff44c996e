package org.entente.agreement;

import java.time.LocalDate;
import java.util.List;
import org.entente.agreement.clock.LegalClock;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bilingual;

/// Everything a pack says, references resolved, in the order it says it. Doors show it; nobody changes it.
public record AgreementText(
        AgreementId id,
        String version,
        Bilingual title,
        LocalDate inForceFrom,
        List<PartyTerms> parties,
        List<Institution> institutions,
        List<PurposeTerm> purposes,
        List<Term> handlingCodes,
        List<Instrument> instruments,
        List<FactTerm> facts,
        List<Offence> offences,
        List<Ground> grounds,
        List<Assurance> assurances,
        List<Approval> approvals,
        List<Measure> measures,
        List<Rule> rules,
        List<LegalClock> clocks,
        DiscoveryPolicy discovery) {
    public AgreementText {
        parties = List.copyOf(parties);
        institutions = List.copyOf(institutions);
        purposes = List.copyOf(purposes);
        handlingCodes = List.copyOf(handlingCodes);
        instruments = List.copyOf(instruments);
        facts = List.copyOf(facts);
        offences = List.copyOf(offences);
        grounds = List.copyOf(grounds);
        assurances = List.copyOf(assurances);
        approvals = List.copyOf(approvals);
        measures = List.copyOf(measures);
        rules = List.copyOf(rules);
        clocks = List.copyOf(clocks);
    }
}
