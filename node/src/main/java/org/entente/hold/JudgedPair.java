package org.entente.hold;

import java.time.Instant;
import java.util.Optional;
import org.entente.kernel.OfficerId;

/// Two records and what stands about them. `bits` and `modelVersion` are those of the judgement; `likeness` is
/// made anew and differs where a source says something else since.
public record JudgedPair(
        RecordPair pair,
        Verdict verdict,
        double bits,
        int modelVersion,
        Instant judged,
        Optional<OfficerId> officer,
        Optional<String> reason,
        Likeness likeness) {
    /// Whether what the sources say now gives other bits than those that were judged.
    public boolean isOutdated() {
        return Math.abs(bits - likeness.bits()) > 0.001;
    }
}
