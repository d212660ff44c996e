package org.entente.act;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Bytes;
import org.entente.kernel.Party;
import org.entente.kernel.UnfitValueException;
import org.jspecify.annotations.Nullable;

/// What the host consents to: this proposal (by its SHA-256), in this window, on this condition. Two officers of the
/// host sign it; see [ConsentSignature].
public record Consent(
        OperationId operation,
        AgreementId agreement,
        Bytes proposalHash,
        Party host,
        Window window,
        @Nullable Bilingual condition,
        Instant decided) {
    public Consent {
        decided = decided.truncatedTo(ChronoUnit.SECONDS);
        condition = condition == null ? null : ActWire.nfc(condition);
        if (condition != null && !(fits(condition.en()) && fits(condition.es()))) {
            throw new UnfitValueException(
                    "a condition stands in both languages, each at most 2,000 characters",
                    "una condición figura en ambos idiomas, cada uno de 2000 caracteres a lo sumo");
        }
    }

    private static boolean fits(String text) {
        return !text.isBlank() && text.length() <= Limits.CONDITION_LENGTH_MAX;
    }
}
