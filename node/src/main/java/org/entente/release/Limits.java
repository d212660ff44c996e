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

    static final int REPRESENTATIVE_LENGTH_MAX = 200;
    static final int REFERENCE_LENGTH_MAX = 100;
    static final int CHALLENGE_LENGTH_MAX = 4_000;
    /// No instrument of the pack sets a term for a challenge. House rule: the 30 days in which Directive 2014/41/EU,
    /// art. 12(3), has a request decided; unanswered at its end, use is suspended.
    static final Duration CHALLENGE_TERM = Duration.ofDays(30);
    /// Two thirds of the term: ten days are left to answer.
    static final Duration CHALLENGE_ALARM = Duration.ofDays(20);
    /// A letter may have waited for its officer, but not longer than a year.
    static final int CHALLENGE_RECEIVED_DAYS_MAX = 366;
    /// Open at once against one release, lodged by one party.
    static final int CHALLENGES_MAX = 50;
    /// Lines of releases reached in one run of the schedule; the next run takes the rest.
    static final int REACH_LINES_MAX = 10_000;
    /// As far as clocks of two nodes may differ (`exchange`: made more than 5 minutes ahead).
    static final Duration CLOCKS_DIFFER_MAX = Duration.ofMinutes(5);

    private Limits() {}
}
