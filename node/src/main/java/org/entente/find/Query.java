package org.entente.find;

import java.util.List;
import org.entente.kernel.AgreementId;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Purpose;
import org.jspecify.annotations.Nullable;

/// What an officer wants to know: which of these values the peer knows. One value or many are the same thing.
///
/// @param caseNumber without one the law refuses, and that refusal is an answer
/// @param values as written; each is read as the key type, and repetitions are removed
public record Query(
        AgreementId agreement,
        @Nullable CaseNumber caseNumber,
        LegalBasis basis,
        Purpose purpose,
        String keyType,
        List<String> values) {
    public Query {
        values = List.copyOf(values);
    }

    /// The values are personal data.
    @Override
    public String toString() {
        return "Query[" + agreement + ", " + keyType + " x " + values.size() + "]";
    }
}
