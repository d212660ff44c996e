/// Strict canonical JSON: the one form of every header, body, receipt and cover that crosses between nodes.
///
/// The profile is RFC 8785 (JCS) cut down until two readers cannot disagree: UTF-8 without a byte order mark; objects
/// with ASCII member names in ascending order, none twice; NFC text without lone surrogates; whole numbers from
/// -(2^53-1) to 2^53-1, no fraction, no exponent; true and false; arrays; no null and no white space. A reader decodes,
/// encodes again and refuses bytes that differ, so equal values have equal bytes and a hash of either is the same.
///
/// Example, complete:
/// ```json
/// {"handling":["H1","H2"],"sequence":7,"text":"¿Quién?","v":1}
/// ```
@NullMarked
package org.entente.kernel.json;

import org.jspecify.annotations.NullMarked;
