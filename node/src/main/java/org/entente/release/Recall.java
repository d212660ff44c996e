package org.entente.release;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.entente.kernel.UnfitValueException;

/// The owner takes a release back. `reason` is in the owner's words, at most 2,000 characters.
record Recall(ReleaseId release, String reason, Instant at) {
    Recall {
        at = at.truncatedTo(ChronoUnit.SECONDS);
        if (reason.isBlank() || reason.length() > Limits.REASON_LENGTH_MAX) {
            throw new UnfitValueException(
                    "a recall gives its reason, at most 2,000 characters",
                    "una revocación da su motivo, en 2000 caracteres a lo sumo");
        }
    }
}
