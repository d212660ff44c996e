package org.entente.prove;

import org.entente.kernel.Bytes;

/// A leaf asked for inside a transaction: 128-bit random id, the guard against recording it twice.
public record LeafRequest(Bytes id) {}
