package org.entente.exchange;

import java.util.Set;
import org.entente.db.Tx;

/// Where a verb takes in the envelopes of its types. Registered once at start-up; called on many threads.
public interface Desk {
    /// The body types this desk takes ("ask.request"). No two desks share one.
    Set<String> types();

    /// Gives the envelope its effect, in the transaction that records it: both happen or neither, and never twice.
    ///
    /// @throws org.entente.kernel.EntenteException of kind PEER, CALLER or LAW if the body cannot be accepted: the
    ///     effect is undone and the envelope is recorded as refused under that code's name. Any other
    ///     exception undoes everything, and the peer sends again later.
    void receive(Tx tx, Arrival arrival);
}
