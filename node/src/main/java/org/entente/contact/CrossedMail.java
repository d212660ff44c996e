package org.entente.contact;

import java.util.List;
import org.entente.db.Tx;
import org.entente.exchange.Outbox;
import org.entente.kernel.AgreementId;

/// What this room needs of the exchange. Boot gives the real one.
@FunctionalInterface
public interface CrossedMail {
    /// Envelopes of one direction behind a number, in their order.
    List<Outbox.Passed> passed(Tx tx, AgreementId agreement, boolean own, long after, int max);
}
