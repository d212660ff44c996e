package org.entente.release;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.entente.kernel.Bytes;

/// The receiver attests that it destroyed the content with this SHA-256 and its key. The envelope's signature signs it.
record Destruction(ReleaseId release, Bytes contentHash, Cause cause, Instant at) {
    Destruction {
        at = at.truncatedTo(ChronoUnit.SECONDS);
    }

    enum Cause {
        EXPIRED("release.expired"),
        RECALLED("release.recalled");

        private final String bodyType;

        Cause(String bodyType) {
            this.bodyType = bodyType;
        }

        String bodyType() {
            return bodyType;
        }
    }
}
