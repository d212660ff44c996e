package org.entente.ledger.log;

/// One thing that is not as it should be in a log's directory. `path` is relative to it.
public record Finding(Kind kind, String path, String fact) {
    public enum Kind {
        REGISTER_UNREADABLE,
        CHECKPOINT_UNREADABLE,
        CHECKPOINT_DIFFERS,
        FILE_MISSING,
        FILE_DAMAGED,
        ROOT_DIFFERS,
        WAL_DAMAGED,
        /// Fewer entries in the write-ahead log's reach than were signed.
        WAL_BEHIND,
        REQUEST_IDS_DAMAGED,
        /// A partial tile whose full tile exists, or a temporary file.
        LEFTOVER
    }
}
