package org.entente.act;

/// Why a host officer's signature is not taken. Each is a text key of this room (`sign.<NAME>`).
public enum SigningRefusal {
    SAME_OFFICER,
    /// The other signature is in this officer's only role: one lawyer and one case officer are needed.
    ROLE_TAKEN,
    /// Another condition or end than the first officer signed.
    OTHER_WORDS,
    WINDOW_PAST
}
