package org.entente.exchange;

import org.entente.kernel.Bytes;
import org.entente.kernel.PeerParty;

/// Where `find` takes the peer's synchronous calls: `POST /peer/v1/find/<operation>`, bytes in, bytes out.
public interface PeerFindDesk {
    /// `operation` is one to 40 lower-case letters and hyphens; `request` at most [Limits#FIND_BYTES].
    ///
    /// @throws org.entente.kernel.EntenteException for a request that cannot be served; kinds PEER, CALLER and
    ///     LAW reach the peer as 422 with the code's name, the rest as 503
    Bytes serve(PeerParty peer, String operation, Bytes request);
}
