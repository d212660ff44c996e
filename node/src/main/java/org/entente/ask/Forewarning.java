package org.entente.ask;

import java.time.Instant;
import org.entente.kernel.AgreementId;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Purpose;
import org.entente.kernel.UnfitValueException;
import org.jspecify.annotations.Nullable;

/// A no-surprise notice as it crosses: that a request or a measure concerns a high official of the other party, to one
/// named authority of it. It says what its sender chose to say and nothing else.
///
/// @param shown the number of the request it is about, where the sender shows it
public record Forewarning(
        ForewarningId id,
        AgreementId agreement,
        InstitutionId from,
        InstitutionId to,
        String text,
        LegalBasis basis,
        Purpose purpose,
        boolean demonstration,
        @Nullable RequestNumber shown,
        Instant written) {
    public Forewarning {
        text = Drafting.clean(text);
        if (text.isEmpty() || text.length() > Limits.REASON_LENGTH_MAX) {
            throw new UnfitValueException(
                    "a notice says something in 1 to 4,000 characters", "un aviso dice algo en 1 a 4000 caracteres");
        }
        if (from.party().equals(to.party())) {
            throw new UnfitValueException(
                    "a notice goes to an authority of the other party", "un aviso va a una autoridad de la otra parte");
        }
    }
}
