package org.entente.exchange;

import org.entente.kernel.Bytes;

/// What became of one call to the peer.
public sealed interface PeerReply {
    /// The peer answered, with any HTTP status; 200 means done.
    record Answered(int status, Bytes body) implements PeerReply {}

    /// No answer: not reachable, not the pinned key, or cut off. The call may or may not have had its effect. `reason`
    /// is for an operator ("connection refused").
    record Away(String reason) implements PeerReply {}
}
