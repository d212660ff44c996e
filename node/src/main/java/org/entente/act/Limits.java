package org.entente.act;

import java.time.Duration;

/// Every bound of this room. Chosen so that a full proposal stays below one envelope body and one screen.
final class Limits {
    static final int TITLE_LENGTH_MAX = 200;
    static final int PLACE_LENGTH_MAX = 200;
    static final int PARTS_MAX = 20;
    static final int MEASURES_MAX = 12;
    static final int OFFICERS_MAX = 500;
    static final int CONDITION_LENGTH_MAX = 2_000;
    static final int REASON_LENGTH_MAX = 2_000;
    static final int BODY_SIZE_BYTES_MAX = 64 * 1024;
    /// Operations listed at once, newest first.
    static final int LIST_MAX = 500;
    /// Operations ended in one run of the schedule; the next run takes the rest.
    static final int END_BATCH_MAX = 200;
    /// A consent binds the host for its window: longer plans come as several operations.
    static final Duration WINDOW_MAX = Duration.ofDays(31);
    /// A proposal may be decided until its window starts to close; an envelope is not kept longer than this.
    static final Duration ENVELOPE_LIFE_MAX = Duration.ofDays(31);

    private Limits() {}
}
