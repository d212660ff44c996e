package org.entente.blind;

/// Why this module would not go on. Codes and facts only; the words for people belong to the caller.
public enum BlindCode {
    /// No usable libsodium on this machine. Facts: one per place tried.
    LIBRARY_NOT_FOUND,
    /// A library that was named explicitly cannot serve; there is no silent fallback. Facts: `location`, `reason`.
    LIBRARY_REFUSED,
    /// A count or length is outside its limit. Facts: `what`, `found`, `least`, `most`.
    SIZE_REFUSED,
    /// An input, key type, purpose or node id is not in its one permitted form. Facts: `what`, `reason`.
    TEXT_REFUSED,
    /// A group element is not canonical, or is the identity. Facts: `index`.
    ELEMENT_REFUSED,
    /// A hash led to the identity or to a zero scalar (RFC 9497 InvalidInputError, DeriveKeyPairError).
    DERIVATION_FAILED,
    /// The key or the batch was closed before this use.
    CLOSED,
    /// The same tag was offered twice: the caller published a multiset, or two values collide. Facts: `entry`.
    TAG_REPEATED,
    /// Bytes are not a tag set. Facts: `reason`, and `found` or `offset` where it helps.
    TAG_SET_REFUSED
}
