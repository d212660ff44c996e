package org.entente.ask;

import java.time.Instant;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.Bytes;
import org.jspecify.annotations.Nullable;

/// Counsel or an interpreter as this node has them.
///
/// @param received told by the other side: it ends there
/// @param by who recorded it here, or the other party
/// @param told the last word about it to the other side
/// @param salt with it the log's hash of this record can be made again
public record RecordedAssistance(
        Assistance assistance,
        boolean received,
        String by,
        Instant at,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        @Nullable EnvelopeId told,
        @Nullable Instant toldAt,
        Bytes salt) {
    static RecordedAssistance of(Assistance assistance, boolean received, String by, Instant at, Bytes salt) {
        return new RecordedAssistance(assistance, received, by, at, null, null, null, null, salt);
    }
}
