package org.entente.ask;

import java.time.Instant;
import org.entente.kernel.Bilingual;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.UnfitValueException;

/// A refusal as it crosses and as both sides keep it: the pack's ground, the article, reasons in both languages.
public record RefusalNote(String ground, LegalBasis article, Bilingual reasons, Instant at) {
    public RefusalNote {
        if (reasons.en().isBlank() || reasons.es().isBlank()) {
            throw new UnfitValueException(
                    "a refusal states its reasons in both languages",
                    "una negativa expresa sus motivos en ambos idiomas");
        }
    }
}
