package org.entente.exchange;

import java.time.Instant;
import java.util.Set;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.PeerParty;
import org.entente.kernel.Purpose;
import org.jspecify.annotations.Nullable;

/// A verified envelope handed to its desk inside the transaction that records it: the clear header only, with the
/// number under which the sender queued it. The body stays sealed until `Inbox.open`.
public record Arrival(
        EnvelopeId id,
        long sequence,
        PeerParty sender,
        InstitutionId from,
        InstitutionId to,
        String type,
        @Nullable EnvelopeId inReplyTo,
        String casePseudonym,
        LegalBasis basis,
        Purpose purpose,
        Set<HandlingCode> handling,
        Instant created,
        Instant expires,
        Instant received) {
    public Arrival {
        handling = Set.copyOf(handling);
    }
}
