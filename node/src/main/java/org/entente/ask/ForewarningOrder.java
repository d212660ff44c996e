package org.entente.ask;

import java.time.Instant;
import org.entente.kernel.AgreementId;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Purpose;
import org.jspecify.annotations.Nullable;

/// A no-surprise notice as an officer writes it.
///
/// @param about the request it is about; null for a measure without one
/// @param caseNumber the case it belongs to; may be null with a request
/// @param showsNumber whether the other side reads the number of the request
/// @param reason why it is delayed; empty otherwise
/// @param due when that is decided again, for a delay
public record ForewarningOrder(
        AgreementId agreement,
        @Nullable RequestNumber about,
        @Nullable CaseNumber caseNumber,
        InstitutionId to,
        String text,
        LegalBasis basis,
        Purpose purpose,
        boolean demonstration,
        boolean showsNumber,
        Choice choice,
        String reason,
        @Nullable Instant due) {
    /// When it leaves: the sender's choice.
    public enum Choice {
        NOW,
        /// In the transaction in which the lawyer's check sends the request.
        WITH_REQUEST,
        DELAYED
    }
}
