package org.entente.peer;

import org.entente.kernel.Code;

/// Error codes of the peer door, 3050 to 3099.
public enum PeerCode implements Code {
    /// The configured address cannot be resolved. Fact: the address.
    PEER_ADDRESS(3050, Kind.OURS),
    PEER_REQUEST_TOO_LARGE(3051, Kind.PEER),
    /// More calls at a time than this node serves.
    PEER_BUSY(3052, Kind.OURS),
    PEER_CUT_OFF(3053, Kind.PEER);

    private final int number;
    private final Kind kind;

    PeerCode(int number, Kind kind) {
        this.number = number;
        this.kind = kind;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
