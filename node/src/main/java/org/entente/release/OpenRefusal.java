package org.entente.release;

/// Why a release may not be opened. Each is a text key of this room (`open.<NAME>`).
public enum OpenRefusal {
    NOT_ACKNOWLEDGED,
    /// The terms name another purpose; the owner must consent first.
    OTHER_PURPOSE,
    /// It is sealed to another institution of this party.
    OTHER_INSTITUTION,
    EXPIRED,
    RECALLED,
    /// A challenge to all of it was not answered at its deadline.
    SUSPENDED
}
