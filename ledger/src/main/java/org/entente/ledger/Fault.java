package org.entente.ledger;

/// Why input or storage was refused.
public enum Fault {
    HASH_MALFORMED,
    NOTE_MALFORMED,
    KEY_MALFORMED,
    /// A signer produced a signature that its own key does not verify.
    SIGNER_FAULTY,
    CHECKPOINT_MALFORMED,
    PROOF_MALFORMED,
    POLICY_MALFORMED,
    REQUEST_MALFORMED,
    JSON_MALFORMED,
    /// The text reads as JSON but is not the one text this value has.
    JSON_NOT_CANONICAL,
    LEAF_MALFORMED,
    OPENING_MALFORMED,
    BUNDLE_MALFORMED,
    TILE_MALFORMED,
    /// An index, size or batch outside its stated range.
    OUT_OF_RANGE,
    /// Another process has this log open.
    LOG_LOCKED,
    /// The log stopped itself after a storage error; close it and open it again.
    LOG_HALTED,
    LOG_CLOSED,
    STORAGE_FAILED,
    /// A damaged write-ahead record with sound records behind it.
    WAL_CORRUPT,
    /// No readable register slot in a directory that holds a log.
    REGISTER_CORRUPT,
    /// More was signed than is stored: the directory is older than its register.
    REGISTER_AHEAD,
    /// The published checkpoint shows more, or other, than the register says was signed.
    CHECKPOINT_AHEAD,
    /// Stored tiles or entries do not hash to what was signed.
    TREE_CORRUPT,
    REQUEST_IDS_CORRUPT,
    /// The directory belongs to another origin.
    ORIGIN_DIFFERS
}
