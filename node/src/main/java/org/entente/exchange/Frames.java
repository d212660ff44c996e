package org.entente.exchange;

import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.json.Json;

/// Signs and opens the messages of synchronous calls with the two nodes' envelope keys. Thread-safe.
public final class Frames {
    private final OwnNode own;
    private final PeerDirectory directory;

    public Frames(OwnNode own, PeerDirectory directory) {
        this.own = own;
        this.directory = directory;
    }

    public Bytes sign(AgreementId agreement, String kind, Json.Members content, Bytes payload) {
        return SignedFrame.sign(kind, content, payload, own.envelopeSigner(agreement));
    }

    /// A frame of the pinned peer.
    ///
    /// @throws org.entente.kernel.EntenteException FRAME_MALFORMED, FRAME_FORGED, PEER_UNKNOWN
    public SignedFrame open(AgreementId agreement, String kind, Bytes frame) {
        return SignedFrame.open(kind, frame, directory.require(agreement).file().envelope());
    }
}
