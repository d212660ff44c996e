package org.entente.act;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Bytes;

/// The host takes its consent back. The operation disarms when this arrives.
public record Revocation(OperationId operation, Bytes proposalHash, Bilingual reasons, Instant decided) {
    public Revocation {
        reasons = DecisionWire.reasons(reasons);
        decided = decided.truncatedTo(ChronoUnit.SECONDS);
    }
}
