package org.entente.ask;

import java.time.Duration;
import org.entente.agreement.Agreements;

/// Bounds of this room.
final class Limits {
    /// The police form takes 14,341 characters, up to four bytes each.
    static final int BODY_SIZE_BYTES_MAX = 128 * 1024;

    static final int LIST_MAX = 500;
    static final int REASON_LENGTH_MAX = 4_000;
    static final int NOTE_LENGTH_MAX = 2_000;

    /// Of the words that leave a request where it is, such as the refusal of a part, each side takes so many of a kind:
    /// a file of a few hundred lines is still read by people.
    static final int WORDS_OF_A_KIND_MAX = 100;

    /// A disclosure is told before or soon after it: UNTOC 18(19) wants notice first, if that is possible.
    static final int DISCLOSURE_DAYS_MAX = 366;
    /// Of one officer: what stands over a list is still read at a glance.
    static final int FILTERS_MAX = 20;
    static final int FILTER_NAME_LENGTH_MAX = 60;
    /// Of one officer's list; who has more opens the inbox.
    static final int NOTICES_MAX = 100;
    static final Duration NOTICE_LIFE = Duration.ofDays(60);
    /// A single takes some milliseconds; a hundred end before a browser's patience does.
    static final int AT_ONCE_MAX = 100;
    /// Rows of a table whose problems are named at once; who mends twenty finds the others alike.
    static final int ROWS_NAMED_MAX = 20;

    static final int FACTS_MAX = 60;
    static final int DETAILS_MAX = 40;
    /// A postponement is looked at again within two years.
    static final int REVIEW_DAYS_MAX = 731;
    /// Figures are of at most three years.
    static final int PERIOD_DAYS_MAX = 1_100;
    /// How far two nodes' clocks may differ before what one tells is held to be before its cause; as for receipts.
    static final Duration CLOCKS_APART_MAX = Duration.ofMinutes(5);
    /// How long the peer's node may stay unreachable before an envelope of this room has lapsed.
    static final Duration ENVELOPE_LIFE = Agreements.CARRIED_FOR;

    /// A request that rests, waits or has no term is looked at again as often as this, until it ends: the longest term
    /// that the shipped pack gives a decision.
    static final Duration REMINDER = Duration.ofDays(30);
    /// A draft older than this is written anew: it would be ruled by the law of the day it was written.
    static final Duration DRAFT_AGE_MAX = Duration.ofDays(366);

    /// Of one request. A letter of assistance with warrant, statutes, statements and photographs has a dozen.
    static final int FILES_MAX = 20;
    static final long FILES_BYTES_MAX = 1L << 30;
    /// Most file systems take 255 bytes; room for a prefix and a number.
    static final int FILE_NAME_LENGTH_MAX = 120;

    static final int FILE_NAME_BYTES_MAX = 240;
    /// Officers of one side who know of a quiet request: as many as sit at one table.
    static final int KNOWS_MAX = 10;
    /// Own records of counsel and interpreters of one request: as many as a trial of several persons has.
    static final int ASSISTANCES_MAX = 50;
    /// A no-surprise notice that waits beyond its moment is told again as often as this, until it is decided.
    static final Duration FOREWARNING_REMINDER = Duration.ofDays(3);
    /// How far a delay reaches before it is decided anew. House rule: an operation that lasts longer is looked at
    /// again.
    static final Duration FOREWARNING_DELAY_MAX = Duration.ofDays(90);
    /// Received and read by nobody of the authority; more come when these are read.
    static final int FOREWARNINGS_UNREAD_MAX = 100;
    /// Numbers of quiet requests are drawn from here, so that the ordinary ones have no gap that tells of them.
    static final int QUIET_COUNT_MIN = 500_000;

    static final int QUIET_COUNT_MAX = 999_999;

    private Limits() {}
}
