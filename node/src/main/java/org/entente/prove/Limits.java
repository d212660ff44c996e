package org.entente.prove;

import java.time.Duration;

/// Every limit of this room.
final class Limits {
    /// Leaves in one append: one fsync, and well below the log's own limit of 4,096.
    static final int DRAIN_COUNT = 1_024;

    /// How long the drainer sleeps when nothing wakes it: a wake-up lost in a crash is made good by then.
    static final Duration DRAIN_PAUSE = Duration.ofMillis(500);

    /// After a failed round (database away) the drainer waits this long.
    static final Duration DRAIN_RETRY = Duration.ofSeconds(2);

    /// Between two requests for a cosignature while there is something new.
    static final Duration WITNESS_PAUSE = Duration.ofSeconds(1);

    /// Between two tries while the witness is away. Work goes on meanwhile.
    static final Duration WITNESS_RETRY = Duration.ofSeconds(3);

    static final Duration STOP = Duration.ofSeconds(10);

    static final int PAGE_COUNT = 200;

    private Limits() {}
}
