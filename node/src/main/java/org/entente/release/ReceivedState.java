package org.entente.release;

/// A release as its receiver sees it.
public enum ReceivedState {
    /// Terms visible, content not.
    ARRIVED,
    ACKNOWLEDGED,
    OPENED,
    /// Content and content key destroyed when the terms ran out.
    EXPIRED,
    /// Content and content key destroyed at the owner's demand.
    RECALLED;

    boolean isDestroyed() {
        return this == EXPIRED || this == RECALLED;
    }
}
