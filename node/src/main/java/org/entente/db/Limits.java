package org.entente.db;

import java.time.Duration;

/// Bounds of this room.
final class Limits {
    /// zonky 18.6.0: about 1,100 entries and 60 MB on Linux, 250 MB on macOS.
    static final int BINARY_ENTRIES = 20_000;

    static final long BINARY_SIZE_BYTES = 1L << 30;

    /// A quick command of ours: `setpriv`, `postgres --version`.
    static final Duration PROBE = Duration.ofSeconds(20);

    /// initdb takes 0.8 s on a quiet machine; a slow disk under load took 20 times that.
    static final Duration INIT = Duration.ofMinutes(3);

    /// A start after a power cut replays at most `max_wal_size` of log.
    static final Duration START = Duration.ofMinutes(3);

    static final Duration STOP = Duration.ofMinutes(2);

    /// A port found free may be taken before the server binds it.
    static final int START_TRIES = 5;

    static final int COMMAND_OUTPUT_BYTES = 1 << 16;
    static final long SERVER_LOG_BYTES = 10L << 20;

    /// Connections of the pool; the server allows 30, the rest is for the operator and the tests.
    static final int POOL_CONNECTIONS = 12;

    /// So long a person waits to hear that the database is gone or that every connection is held.
    static final Duration CONNECTION_WAIT = Duration.ofSeconds(5);

    static final int OLDEST_SERVER = 17;

    private Limits() {}
}
