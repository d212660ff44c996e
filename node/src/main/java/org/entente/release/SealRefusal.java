package org.entente.release;

/// Why a release may not be made. Each is a text key of this room (`seal.<NAME>`).
public enum SealRefusal {
    /// A statement is not there, or not there for this officer: one answer for both.
    STATEMENT_NOT_AVAILABLE,
    /// A victim, witness, minor, source, smuggled migrant or asylum applicant: nothing about them is released.
    PROTECTED_PERSON,
    /// The terms leave out a handling code that a statement already bears.
    HANDLING_WEAKER_THAN_STATEMENTS,
    /// A statement under H2 came from someone who has not permitted onward dissemination.
    PROVIDER_FORBIDS_DISSEMINATION,
    /// The release would outlive the day until which a statement may be held.
    OUTLIVES_RETENTION,
    EXPIRES_TOO_LATE,
    ALREADY_EXPIRED,
    /// The agreement has no such purpose.
    PURPOSE_NOT_IN_AGREEMENT,
    INSTITUTION_UNKNOWN,
    /// A statement is challenged and the challenge was not answered at its deadline.
    USE_SUSPENDED,
    /// A challenge to a statement ended in its correction or deletion. A statement's value never changes under its id.
    CHALLENGE_UPHELD
}
