package org.entente.law;

import java.time.Duration;
import org.entente.agreement.Agreements;

/// Bounds of this room.
final class Limits {
    /// A pack's files together: in base64 (4/3) they stay below the megabyte of an envelope's body. The
    /// shipped pack has 288 KB.
    static final int PACK_BYTES_MAX = 700 * 1024;

    static final int BODY_BYTES_MAX = 1 << 20;
    static final int NOTE_LENGTH_MAX = 4_096;
    static final int REASON_LENGTH_MAX = 2_000;
    static final int LIST_MAX = 500;
    /// Problems shown of one pack.
    static final int PROBLEMS_MAX = 100;
    /// A party signs at least so long before the day: the other hears of it in time.
    static final Duration SIGNED_BEFORE = Duration.ofDays(1);
    /// A proposal gives the other party's officers time to read a pack.
    static final Duration PROPOSED_BEFORE = Duration.ofDays(3);
    /// How long a party that signed waits for the other's signature past the day; what comes later does
    /// not bind it. Until then each takes the other's requests under the version before.
    static final Duration ANSWERED_WITHIN = Agreements.SUCCEEDED_FOR;

    /// Proposals of the other party that came to nothing, taken in [#VAIN_PERIOD]: two officers read
    /// each, so honest ones are far fewer. 20 packs of the largest are 14 MB of disk.
    static final int VAIN_MAX = 20;

    static final Duration VAIN_PERIOD = Duration.ofDays(30);

    /// A proposal is answered before its own envelope has lapsed.
    static final int AHEAD_DAYS_MAX = 300;
    /// A word about the law is delivered however long the other node was away: below the 366 days of an
    /// envelope.
    static final Duration ENVELOPE_LIFE = Duration.ofDays(365);

    private Limits() {}
}
