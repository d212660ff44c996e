package org.entente.blind.tags;

/// The bounds of inputs, scopes and tag sets, each with its reason.
public final class TagLimits {
    /// An identifier, or a name key of section 5 of the matching study, is far shorter; anything longer is a mistake.
    public static final int VALUE_SIZE_BYTES_MAX = 1024;

    /// Ids, key types and purposes.
    public static final int NAME_LENGTH_MAX = 64;

    /// Records that may share one value: the slots of a tag.
    public static final int SLOT_COUNT = 4;

    /// The smallest set ever published, so that a small holding does not show its size.
    public static final int ENTRY_COUNT_MIN = 1 << 10;

    /// 16,777,216 entries or 940 MB; larger holdings want a succinct format.
    public static final int ENTRY_COUNT_MAX = 1 << 24;

    /// The longest header has a suite identifier, an id, a key info of four names, a public key and a count.
    static final int HEADER_SIZE_BYTES_MAX = 1024;

    private TagLimits() {}
}
