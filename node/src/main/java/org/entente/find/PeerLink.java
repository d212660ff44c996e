package org.entente.find;

import org.entente.db.Tx;
import org.entente.exchange.Dispatch;
import org.entente.exchange.EnvelopeId;
import org.entente.exchange.SignedFrame;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Party;
import org.entente.kernel.json.Json;

/// What discovery needs of the exchange room, in one place. Thread-safe.
public interface PeerLink {
    Party own();

    /// The pinned peer's party.
    ///
    /// @throws org.entente.kernel.EntenteException while no peer is pinned
    Party peer(AgreementId agreement);

    /// A signed message of this node.
    Bytes sign(AgreementId agreement, String kind, Json.Members content, Bytes payload);

    /// A signed message of the pinned peer.
    ///
    /// @throws org.entente.kernel.EntenteException FRAME_MALFORMED or FRAME_FORGED
    SignedFrame open(AgreementId agreement, String kind, Bytes frame);

    /// One synchronous call, `find/<operation>`.
    ///
    /// @throws org.entente.kernel.EntenteException FIND_PEER_AWAY when there is no answer, or one that passes;
    ///     FIND_ANSWER_REFUSED when the peer's door refused the call, FIND_KEY_UNKNOWN when it refused it with this
    ///     code
    Bytes call(AgreementId agreement, String operation, Bytes request);

    EnvelopeId send(Tx tx, Dispatch dispatch);

    boolean isDelivered(EnvelopeId id);

    /// The body of a received envelope.
    Bytes open(Tx tx, EnvelopeId id, InstitutionId by);
}
