package org.entente.find;

import java.time.Duration;

/// Bounds of this room.
final class Limits {
    /// Values of one query after repetitions are gone: one batch under one proof (RFC 9497 section 2.2).
    static final int VALUE_COUNT_MAX = 65_535;

    /// As many texts as an officer may paste before they are read at all.
    static final int TEXT_COUNT_MAX = 200_000;

    /// The smallest number of elements the holder ever sees.
    static final int PADDED_COUNT_MIN = 8;

    /// The signed line names two institutions, a set, a basis and hashes: below 1 KiB.
    static final int FRAME_HEADER_BYTES = 4 << 10;

    /// One line of JSON, one signature line.
    static final int FRAME_NOTE_BYTES = FRAME_HEADER_BYTES + (1 << 10);

    /// 56 MiB at 56 bytes an entry: twice as many are more than the exchange carries in one answer.
    static final int ENTRY_COUNT_MAX = 1 << 20;

    /// Inputs computed in one go while a set is built: about 70 ms, and 64 KiB of outputs.
    static final int PUBLISH_CHUNK_COUNT = 1024;

    /// How long a node that stops waits for the chunk of a set that it is making: ten times what one takes.
    static final Duration PUBLICATION_END = Duration.ofSeconds(1);

    static final Duration PUBLICATION_END_PAUSE = Duration.ofMillis(10);

    /// Discovery study 3.1: the old key stays valid while the asker turns to the new one, then it is destroyed.
    static final Duration SUPERSEDED_KEPT = Duration.ofDays(2);

    /// How long a set may go on offering somebody who became protected.
    static final Duration STALE_CHECK_PAUSE = Duration.ofMinutes(1);

    /// An announcement waits this long for a peer that is away.
    static final Duration ANNOUNCEMENT_EXPIRY = Duration.ofDays(30);

    /// A request from further away in time was not made for this batch.
    static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    /// The same bytes again cost the peer nothing: it returns its stored answer. With the pauses below, four seconds.
    static final int CALL_TRIES = 5;

    static final Duration CALL_PAUSE_FIRST = Duration.ofMillis(250);

    /// A frame whose answer can no longer be opened is sent again when the peer, its clock five minutes off at most,
    /// would refuse it as too old: its stored answer comes back, and nothing is evaluated in vain.
    static final Duration RESEND_AFTER = CLOCK_SKEW.multipliedBy(2).plusMinutes(1);

    /// Between tries of what runs by itself, doubling.
    static final Duration RETRY_PAUSE_FIRST = Duration.ofSeconds(1);

    static final Duration RETRY_PAUSE_LAST = Duration.ofMinutes(5);

    /// Signed refusals of one day: each is two leaves and a row.
    static final int REFUSALS_PER_DAY = 1_000;

    /// Newest rows a list shows.
    static final int LIST_COUNT = 500;

    private Limits() {}
}
