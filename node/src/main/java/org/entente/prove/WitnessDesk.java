package org.entente.prove;

import org.entente.kernel.Bytes;
import org.entente.kernel.PeerParty;

/// This node as a witness of the peer's logs. Thread-safe.
public interface WitnessDesk {
    /// Answers one `add-checkpoint` (C2SP tlog-witness v1.0.0) for a log of this peer and of no other; what it
    /// cosigned is stored before it answers.
    Reply addCheckpoint(PeerParty peer, Bytes request);

    /// HTTP status and body as the specification has them; the body of a 409 is a tree size.
    record Reply(int status, Bytes body) {}
}
