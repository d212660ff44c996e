package org.entente.release;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.entente.kernel.Bytes;

/// The receiver has read and accepts the terms with this hash. The officer's name stays at home.
record Acknowledgement(ReleaseId release, Bytes termsHash, Instant at) {
    Acknowledgement {
        at = at.truncatedTo(ChronoUnit.SECONDS);
    }
}
