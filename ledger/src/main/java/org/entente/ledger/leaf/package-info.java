/// What stands in a log: strict canonical JSON, the commitment, and the two forms of a leaf (`spec/leaf.md`).
///
/// The JSON profile is RFC 8785 cut down until two readers cannot disagree: UTF-8 without a byte order mark; objects
/// with printable ASCII member names in ascending order, none twice; NFC text without lone surrogates; whole numbers
/// from -(2^53-1) to 2^53-1; true and false; arrays; no null, no white space. What is hashed is always the stored
/// bytes; a reader decodes, encodes again and refuses bytes that differ.
@NullMarked
package org.entente.ledger.leaf;

import org.jspecify.annotations.NullMarked;
