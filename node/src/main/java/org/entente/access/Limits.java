package org.entente.access;

import java.time.Duration;

/// Every limit of this room.
final class Limits {
    /// A sign-in link is carried by hand or by the administration's own mail: long enough for that, no longer.
    static final Duration LINK_LIFETIME = Duration.ofMinutes(15);

    /// One shift.
    static final Duration SESSION_LIFETIME = Duration.ofHours(12);

    /// The token that `node init` gives each operator for the command line; a new one comes with a new sign-in.
    static final Duration OPERATOR_TOKEN_LIFETIME = Duration.ofDays(90);

    static final Duration MANDATE_LIFETIME_MAX = Duration.ofDays(366);

    /// Who is away for longer gives the work to somebody else.
    static final Duration ABSENCE_LENGTH_MAX = Duration.ofDays(60);

    static final Duration ABSENCE_AHEAD_MAX = Duration.ofDays(366);

    /// Of one officer, ahead.
    static final int ABSENCES_MAX = 10;

    /// RFC 5321, section 4.5.3.1.3: a path of 256 octets with its brackets.
    static final int ADDRESS_LENGTH_MAX = 254;

    static final int REASON_LENGTH_MAX = 1_000;
    static final int OFFICERS_MAX = 10_000;

    private Limits() {}
}
