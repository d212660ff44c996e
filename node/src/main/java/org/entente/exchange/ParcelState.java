package org.entente.exchange;

/// Where a parcel stands on this node.
public enum ParcelState {
    /// An own one whose envelope has not left.
    KEPT,
    /// An own one that the peer may fetch.
    OFFERED,
    /// One of the peer's that is on its way.
    AWAITED,
    COMPLETE,
    /// It came whole and was not what the peer had announced. Nothing of it is kept.
    BROKEN,
    /// It is no longer wanted. Nothing of it is kept.
    GIVEN_UP;

    boolean hasFile() {
        return switch (this) {
            case KEPT, OFFERED, AWAITED, COMPLETE -> true;
            case BROKEN, GIVEN_UP -> false;
        };
    }

    boolean isReadable() {
        return switch (this) {
            case KEPT, OFFERED, COMPLETE -> true;
            case AWAITED, BROKEN, GIVEN_UP -> false;
        };
    }
}
