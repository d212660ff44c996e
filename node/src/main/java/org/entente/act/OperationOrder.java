package org.entente.act;

import java.util.List;
import org.entente.kernel.AgreementId;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Purpose;

/// A new operation as an officer writes it. Fields as in [Proposal]; the case number never crosses.
public record OperationOrder(
        AgreementId agreement,
        InstitutionId to,
        String title,
        List<DeclaredPart> parts,
        Window window,
        List<String> measures,
        Guests guests,
        boolean hostLeadWanted,
        LegalBasis basis,
        Purpose purpose,
        CaseNumber caseNumber) {
    public OperationOrder {
        parts = List.copyOf(parts);
        measures = List.copyOf(measures);
    }
}
