package org.entente.release;

import java.time.Duration;

/// Every bound of this room.
final class Limits {
    /// Statements and answer fields in one release together.
    static final int ITEMS_MAX = 500;
    /// As much as one envelope carries.
    static final int BODY_SIZE_BYTES_MAX = 1 << 20;
    static final int REASON_LENGTH_MAX = 2_000;
    static final int LIST_MAX = 500;
    /// Releases expired in one run of the schedule; the next run takes the rest.
    static final int EXPIRE_BATCH_MAX = 200;
    /// A release lives at most ten years; longer needs a new decision.
    static final Duration LIFE_MAX = Duration.ofDays(3_653);
    /// How long the peer may take to accept a receipt or a recall.
    static final Duration NOTICE_LIFE = Duration.ofDays(30);

    private Limits() {}
}
