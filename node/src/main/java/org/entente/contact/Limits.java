package org.entente.contact;

import java.time.Duration;

/// Bounds of this room.
final class Limits {
    static final int LIST_MAX = 500;
    /// Lines of a report that people typed: what a reader at the ministry still reads.
    static final int RECORDED_PER_REPORT_MAX = 200;
    /// Contacts of one report; it shows those that crossed as a line a day, and what is over goes into the next.
    static final int CONTACTS_PER_REPORT_MAX = 10_000;
    /// Envelopes that one sweep takes of one direction.
    static final int TAKEN_AT_ONCE_MAX = 1_000;

    /// Basic data: a line says what a contact was about, and has no room for what was said.
    static final int SUBJECT_LENGTH_MAX = 200;
    static final int REFERENCE_LENGTH_MAX = 200;
    /// A contact remembered later than this is no longer a matter of this report.
    static final Duration CONTACT_AGE_MAX = Duration.ofDays(366);
    /// How far an officer's own clock may be ahead.
    static final Duration CLOCKS_APART_MAX = Duration.ofMinutes(5);
    /// The longest that a term's first alarm may lie before its end.
    static final Duration TOLD_AHEAD_MAX = Duration.ofDays(60);

    private Limits() {}
}
