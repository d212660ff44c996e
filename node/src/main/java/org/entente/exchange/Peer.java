package org.entente.exchange;

import java.time.Instant;
import org.entente.kernel.AgreementId;
import org.entente.kernel.EntenteException;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.PeerParty;

/// The other party as two officers pinned it.
public record Peer(PartyFile file, String fingerprint, Instant since) {
    public PeerParty party() {
        return new PeerParty(file.party(), file.agreement());
    }

    public AgreementId agreement() {
        return file.agreement();
    }

    /// The institution's keys, if they have not expired.
    ///
    /// @throws EntenteException INSTITUTION_KEY_UNKNOWN or INSTITUTION_KEY_EXPIRED
    public InstitutionKey institutionKey(InstitutionId institution, Instant at) {
        InstitutionKey key = file.institution(institution)
                .orElseThrow(() -> new EntenteException(ExchangeCode.INSTITUTION_KEY_UNKNOWN, institution.value()));
        if (key.isExpired(at)) {
            throw new EntenteException(ExchangeCode.INSTITUTION_KEY_EXPIRED, institution.value());
        }
        return key;
    }
}
