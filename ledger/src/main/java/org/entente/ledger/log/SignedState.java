package org.entente.ledger.log;

import org.entente.ledger.Hash;

/// The last (size, root) a signature was made for, and the CRC32C over the request ids of those entries.
record SignedState(long size, Hash root, int requestIdsCrc) {}
