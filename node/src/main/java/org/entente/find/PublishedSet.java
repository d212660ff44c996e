package org.entente.find;

import java.time.Instant;
import org.entente.kernel.Bytes;
import org.entente.kernel.Purpose;

/// One tag set as a screen shows it.
///
/// @param entryCount padded
public record PublishedSet(
        Direction direction,
        String keyType,
        Purpose purpose,
        int epoch,
        int entryCount,
        Bytes setId,
        Bytes publicKey,
        Instant published,
        State state) {
    /// Whose set it is.
    public enum Direction {
        OWN,
        PEER
    }

    /// How far it has come.
    public enum State {
        /// Announced; the asker has not received it whole yet.
        ANNOUNCED,
        /// The asker has it and has signed for its key; its acceptance is on the way.
        ACCEPTED,
        /// Both know that it was accepted: queries are answered under it.
        READY,
        /// A newer epoch serves.
        SUPERSEDED,
        /// The key is gone.
        DESTROYED,
        /// The set was not what was announced.
        REFUSED
    }
}
