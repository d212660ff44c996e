package org.entente.ask;

import java.util.Map;
import java.util.Set;
import org.entente.kernel.AgreementId;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Purpose;

/// What an officer typed, before anything is known about it: doors parse ids, nothing else. `facts` are the pack's
/// facts
/// as text ("use.court-evidence" to "no"); `fields` the form's; `knows` the officers of this side who may know of a
/// quiet request beside its author, empty for an ordinary one.
public record Draft(
        AgreementId agreement,
        RequestType type,
        InstitutionId to,
        CaseNumber caseNumber,
        LegalBasis basis,
        Purpose purpose,
        Urgency urgency,
        String urgencyReason,
        Set<HandlingCode> handling,
        String offence,
        boolean demonstration,
        Map<String, String> fields,
        Map<String, String> facts,
        Set<String> assurances,
        Set<OfficerId> knows) {
    /// An ordinary request.
    public Draft(
            AgreementId agreement,
            RequestType type,
            InstitutionId to,
            CaseNumber caseNumber,
            LegalBasis basis,
            Purpose purpose,
            Urgency urgency,
            String urgencyReason,
            Set<HandlingCode> handling,
            String offence,
            boolean demonstration,
            Map<String, String> fields,
            Map<String, String> facts,
            Set<String> assurances) {
        this(
                agreement,
                type,
                to,
                caseNumber,
                basis,
                purpose,
                urgency,
                urgencyReason,
                handling,
                offence,
                demonstration,
                fields,
                facts,
                assurances,
                Set.of());
    }

    /// Whether it goes by the quiet lane.
    public boolean isQuiet() {
        return !knows.isEmpty();
    }

    public Draft {
        knows = Set.copyOf(knows);
        handling = Set.copyOf(handling);
        fields = Map.copyOf(fields);
        facts = Map.copyOf(facts);
        assurances = Set.copyOf(assurances);
    }
}
