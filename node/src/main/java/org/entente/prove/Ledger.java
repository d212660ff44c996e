package org.entente.prove;

import java.time.Duration;
import org.entente.db.Tx;

/// The way into this node's two logs per agreement. Thread-safe.
public interface Ledger {
    /// Asks for a leaf inside the caller's transaction: it becomes durable after the commit, or never if that rolls
    /// back.
    LeafRequest request(Tx tx, Leaf leaf);

    LeafState state(LeafRequest request);

    /// Waits until the leaf is at least durable, or the time is over.
    ///
    /// @return the state reached
    LeafState awaitDurable(LeafRequest request, Duration limit);
}
