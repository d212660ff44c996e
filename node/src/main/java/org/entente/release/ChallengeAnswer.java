package org.entente.release;

import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.entente.kernel.UnfitValueException;
import org.jspecify.annotations.Nullable;

/// The owner's word that ends a challenge for one release. `corrected` is the release that takes its place, after a
/// correction only.
public record ChallengeAnswer(
        ChallengeId challenge,
        ReleaseId release,
        ChallengeEnding ending,
        String reasons,
        @Nullable ReleaseId corrected,
        Instant at) {
    public ChallengeAnswer {
        reasons = Normalizer.normalize(reasons.strip(), Normalizer.Form.NFC);
        at = at.truncatedTo(ChronoUnit.SECONDS);
        if (reasons.isBlank() || reasons.length() > Limits.REASON_LENGTH_MAX) {
            throw new UnfitValueException(
                    "an answer gives its reasons in 1 to 2,000 characters",
                    "una respuesta da sus razones en 1 a 2000 caracteres");
        }
        if ((ending == ChallengeEnding.CORRECTED) != (corrected != null)) {
            throw new UnfitValueException(
                    "a correction, and nothing else, names the release that takes its place",
                    "una corrección, y nada más, nombra la entrega que la sustituye");
        }
    }
}
