package org.entente.release;

import java.time.Instant;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.jspecify.annotations.Nullable;

/// A release of the other party as it may be seen before opening: its terms and its life, no content.
public record ReceivedRelease(
        ReleaseId id,
        AgreementId agreement,
        Terms terms,
        Bytes termsHash,
        Bytes contentHash,
        String casePseudonym,
        EnvelopeId envelope,
        Instant arrived,
        @Nullable Instant acknowledged,
        @Nullable Instant opened,
        @Nullable Instant destroyed,
        ReceivedState state) {

    /// As the table keeps it.
    public String envelopeHex() {
        return envelope.hex();
    }
}
