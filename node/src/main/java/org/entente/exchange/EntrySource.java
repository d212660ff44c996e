package org.entente.exchange;

import org.entente.kernel.AgreementId;
import org.entente.prove.Leaf;

/// Where the peer's log entries come from. Nothing that comes from here is believed unverified.
@FunctionalInterface
public interface EntrySource {
    /// The peer's entry about an envelope, `asSeenFromPeer` sent or received.
    PeerEntries.Fetch fetch(AgreementId agreement, EnvelopeId envelope, Leaf.Direction asSeenFromPeer);
}
