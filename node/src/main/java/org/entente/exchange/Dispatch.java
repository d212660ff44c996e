package org.entente.exchange;

import java.time.Instant;
import java.util.Set;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Purpose;
import org.jspecify.annotations.Nullable;

/// A body to be sealed to one institution of the peer and sent. `type` is the desk's key ("ask.request");
/// `casePseudonym`
/// is the per-agreement case pseudonym, never the case number; `expires` is the last moment the peer may accept it.
public record Dispatch(
        AgreementId agreement,
        InstitutionId from,
        InstitutionId to,
        String type,
        @Nullable EnvelopeId inReplyTo,
        String casePseudonym,
        LegalBasis basis,
        Purpose purpose,
        Set<HandlingCode> handling,
        Instant expires,
        Bytes body) {
    public Dispatch {
        handling = Set.copyOf(handling);
    }
}
