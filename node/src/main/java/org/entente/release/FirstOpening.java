package org.entente.release;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.entente.kernel.Bytes;
import org.entente.kernel.Purpose;

/// The receiver tells the owner that the content was opened for the first time, and for what.
record FirstOpening(ReleaseId release, Bytes termsHash, Purpose purpose, Instant at) {
    FirstOpening {
        at = at.truncatedTo(ChronoUnit.SECONDS);
    }
}
