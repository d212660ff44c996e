package org.entente.ask;

import java.time.Instant;
import org.entente.kernel.Bilingual;
import org.entente.kernel.LegalBasis;

/// A refusal as it crosses and as both sides keep it: the pack's ground, the article, reasons in both languages.
public record RefusalNote(String ground, LegalBasis article, Bilingual reasons, Instant at) {
    public RefusalNote {
        if (reasons.en().isBlank() || reasons.es().isBlank()) {
            throw new IllegalArgumentException("a refusal states its reasons in both languages");
        }
    }
}
