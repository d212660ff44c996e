package org.entente.hold;

import org.entente.kernel.Bytes;
import org.entente.kernel.EvidentialStatus;

/// One value that the peer may find. Values come in ascending order; several subjects may share one. `handle`
/// is 16 random bytes, minted for this set.
public record Discoverable(String value, EvidentialStatus status, Bytes handle) {}
