package org.entente.release;

import org.entente.db.Tx;
import org.entente.exchange.Dispatch;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.Bytes;

/// Messages about received releases on their way to those who gave them.
record OwnerPost(Surroundings around) {
    /// A message about a received release, back to the institution that gave it.
    EnvelopeId tell(Tx tx, ReceivedRelease received, String type, Bytes body) {
        Terms terms = received.terms();
        return around.post()
                .send(
                        tx,
                        new Dispatch(
                                received.agreement(),
                                terms.to(),
                                terms.from(),
                                type,
                                received.envelope(),
                                received.casePseudonym(),
                                terms.basis(),
                                terms.use().purpose(),
                                terms.use().handling(),
                                around.now().plus(Limits.NOTICE_LIFE),
                                body));
    }
}
