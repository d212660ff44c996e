package org.entente.ask;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.db.Tx;
import org.entente.exchange.Dispatch;
import org.entente.exchange.EnvelopeId;
import org.entente.exchange.Outbox;
import org.entente.exchange.Receipt;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.InstitutionId;

/// What this room needs of the exchange. Boot gives the real one.
public interface Post {
    Outbox.Queued send(Tx tx, Dispatch dispatch);

    /// How far the exchange under an agreement is known to both sides.
    Outbox.Standing standing(Tx tx, AgreementId agreement);

    /// Envelopes of these types, of either side, that the other refused.
    List<Outbox.Refused> refused(Tx tx, AgreementId agreement, Set<String> types);

    /// The body of a received envelope, by the key of the institution it is sealed to.
    Bytes open(Tx tx, EnvelopeId envelope, InstitutionId by);

    String pseudonym(AgreementId agreement, CaseNumber number);

    /// When the other side had an own envelope, by its receipt.
    Optional<Instant> received(Tx tx, EnvelopeId envelope);

    /// The receipt of an envelope: the other side's for an own one, ours for one of theirs. Empty until there is one.
    /// Opens a transaction of its own.
    Optional<Receipt> receipt(AgreementId agreement, EnvelopeId envelope, Direction direction);

    /// How far an own envelope has come. Opens a transaction of its own.
    Progress progress(EnvelopeId envelope);

    sealed interface Progress {
        /// Waiting for its log entry, the network or a receipt.
        record OnTheWay() implements Progress {}

        /// `at` is the receiver's time: it starts the clock.
        record Delivered(Instant at) implements Progress {}

        /// It will have no effect. `code` names the peer's rule, or EXPIRED.
        record Failed(String code) implements Progress {}
    }
}
