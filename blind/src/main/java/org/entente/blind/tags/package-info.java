/// What FIND makes of a PRF output: inputs, tags, sealed labels and tag sets. This comment and `spec/find.md` are the
/// same specification; a test reads the examples of both.
///
/// All integers are unsigned and big-endian. A **field** is two bytes of length, then that many bytes; fields follow
/// one another without gaps, so no two different lists of fields have the same bytes.
///
/// **PRF input**: four fields, together below 65,536 bytes: `entente-find`, the one byte 01 (version), the key type,
/// the canonical value in UTF-8, NFC. Example, key type `rfc`, value `AAA010101AAA`:
///
/// ```
/// 000c656e74656e74652d66696e640001010003726663000c414141303130313031414141
/// ```
///
/// **Key info** for DeriveKeyPair, also a field of the tag set's header: seven fields: `entente-find-key`, the byte
/// 01, holder, asker, epoch in four bytes, key type, purpose. Example, holder `MX`, asker `US`, epoch 7, `rfc`,
/// `illicit-finance`:
///
/// ```
/// 0010656e74656e74652d66696e642d6b6579000101
/// 00024d58000255530004000000070003726663000f696c6c696369742d66696e616e6365
/// ```
///
/// **Tag and label**: with y the 64 bytes of PRF output and j the slot, one byte 00 to 03,
/// tag = HKDF-Expand-SHA512(y, "tag" || j, 8), and key (32) || nonce (12) =
/// HKDF-Expand-SHA512(y, "label" || j || set id, 44). The label's 32 bytes, handle (16), status (1), kind (1) and 14
/// zero bytes, are sealed by AES-256-GCM without associated data to 48. Up to four records that share a value take
/// the slots 0, 1, 2, 3 in turn; of more, the holder merges.
///
/// **Tag set**: 16 bytes `entente-tagset-1`; SHA-256 over all that follows; two bytes of header length; the header's
/// five fields: suite identifier, set id (16), key info, public key, entry count in four bytes; then the entries, tag
/// (8) || sealed label (48), by strictly ascending tag. The count is a power of two from 1,024 to 16,777,216;
/// entries that stand for nothing are uniformly random. Nothing follows.
@NullMarked
package org.entente.blind.tags;

import org.jspecify.annotations.NullMarked;
