package org.entente.release;

import java.time.Instant;
import org.entente.db.Tx;
import org.entente.exchange.Dispatch;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.Bytes;

/// Messages about received releases on their way to those who gave them.
record OwnerPost(Surroundings around) {
    /// A message about a received release, back to the institution that gave it.
    EnvelopeId tell(Tx tx, ReceivedRelease received, String type, Bytes body) {
        return tell(tx, received, type, body, around.now().plus(Limits.NOTICE_LIFE));
    }

    /// As above, for a word that means nothing after a moment of its own.
    EnvelopeId tell(Tx tx, ReceivedRelease received, String type, Bytes body, Instant expires) {
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
                                expires,
                                body));
    }
}
