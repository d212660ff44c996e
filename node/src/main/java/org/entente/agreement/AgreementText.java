package org.entente.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.entente.agreement.clock.LegalClock;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bilingual;
import org.entente.kernel.LegalBasis;

/// Everything a pack says, references resolved, in the order it says it. Doors show it; nobody changes it.
///
/// @param head the article that wants each member every request has besides its form
public record AgreementText(
        AgreementId id,
        String version,
        Bilingual title,
        LocalDate inForceFrom,
        List<PartyTerms> parties,
        List<Institution> institutions,
        List<PurposeTerm> purposes,
        List<Term> handlingCodes,
        EvaluationTerms evaluationCodes,
        List<CodeSystem> codeSystems,
        List<Instrument> instruments,
        List<FactTerm> facts,
        List<Offence> offences,
        List<Ground> grounds,
        List<Assurance> assurances,
        List<Approval> approvals,
        Map<String, LegalBasis> head,
        List<Measure> measures,
        List<Rule> rules,
        List<LegalClock> clocks,
        List<ContactDuty> contactDuties,
        DiscoveryPolicy discovery) {
    public AgreementText {
        parties = List.copyOf(parties);
        institutions = List.copyOf(institutions);
        purposes = List.copyOf(purposes);
        handlingCodes = List.copyOf(handlingCodes);
        codeSystems = List.copyOf(codeSystems);
        instruments = List.copyOf(instruments);
        facts = List.copyOf(facts);
        offences = List.copyOf(offences);
        grounds = List.copyOf(grounds);
        assurances = List.copyOf(assurances);
        approvals = List.copyOf(approvals);
        head = Map.copyOf(head);
        measures = List.copyOf(measures);
        rules = List.copyOf(rules);
        clocks = List.copyOf(clocks);
        contactDuties = List.copyOf(contactDuties);
    }
}
