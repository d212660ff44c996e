package org.entente.act;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Bytes;

/// The host's "no" to a proposal: the ground's key in the pack, its article, and the reasons in both languages.
public record Refusal(
        OperationId operation, Bytes proposalHash, String ground, String article, Bilingual reasons, Instant decided) {
    public Refusal {
        reasons = DecisionWire.reasons(reasons);
        decided = decided.truncatedTo(ChronoUnit.SECONDS);
    }
}
