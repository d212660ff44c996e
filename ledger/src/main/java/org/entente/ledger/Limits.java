package org.entente.ledger;

/// Every size the readers of this library accept. Each has the evidence for its value.
public final class Limits {
    /// 64 signatures; C2SP signed-note asks for at least 16.
    public static final int NOTE_SIGNATURES = 64;
    /// 64 signatures of up to 5 kB (signed-note: "nearly 5kB" for post-quantum) with room for the text.
    public static final int NOTE_BYTES = 512 * 1024;
    /// Key names are schema-less URLs; 255 is also the length a type 0x06 cosignature can carry.
    public static final int KEY_NAME_CHARS = 255;
    /// A path in a tree of fewer than 2^63 leaves; C2SP tlog-witness says 63 lines.
    public static final int PROOF_HASHES = 63;
    /// C2SP tlog-policy asks for at least 32 each.
    public static final int POLICY_LINES = 256;

    public static final int POLICY_BYTES = 256 * 1024;
    /// An entry bundle prefixes each entry with a uint16 (C2SP tlog-tiles).
    public static final int ENTRY_BYTES = 65_535;
    /// Entries of one append; one write-ahead record.
    public static final int BATCH_ENTRIES = 4_096;

    public static final int BATCH_BYTES = 8 * 1024 * 1024;
    /// Entries kept in memory between two checkpoints before the log signs on its own.
    public static final int UNSIGNED_ENTRIES = 65_536;

    public static final int UNSIGNED_BYTES = 16 * 1024 * 1024;
    /// The write-ahead log starts a new segment at the first checkpoint after this size.
    public static final int SEGMENT_BYTES = 4 * 1024 * 1024;
    /// Request ids are found through a table of ints.
    public static final long LOG_ENTRIES = 1L << 29;
    /// Tiles kept in memory by a log; 8 KiB each.
    public static final int CACHED_TILES = 64;
    /// A leaf is at most 4 KiB of JSON.
    public static final int LEAF_BYTES = 4 * 1024;
    /// Nested objects and arrays.
    public static final int JSON_DEPTH = 16;
    /// Fields of one commitment.
    public static final int COMMITMENT_FIELDS = 256;

    public static final int OPENING_BYTES = 256 * 1024;
    public static final int ENVELOPE_HEADER_BYTES = 64 * 1024;
    public static final int BUNDLE_BYTES = 8 * 1024 * 1024;
    public static final int BUNDLE_MEMBERS = 64;

    /// 9999-12-31T23:59:59Z, in seconds since 1970: the last moment every calendar of ours can write.
    public static final long TIME_SECONDS = 253_402_300_799L;

    private Limits() {}
}
