package org.entente.ask;

/// Which side of a request this node is on.
public enum Direction {
    /// This party asks.
    OUT,
    /// This party is asked.
    IN
}
