/// The tree of RFC 6962: hashes, proofs, and the tiles of C2SP tlog-tiles.
@NullMarked
package org.entente.ledger.merkle;

import org.jspecify.annotations.NullMarked;
