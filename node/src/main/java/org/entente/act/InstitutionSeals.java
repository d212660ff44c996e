package org.entente.act;

import java.util.Optional;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.InstitutionId;

/// The Ed25519 signing keys of institutions: this party's own, and the public keys of the peer as pinned at pairing.
public interface InstitutionSeals {
    /// @return 64 bytes, by the signing key of an institution of this party
    Bytes sign(InstitutionId own, Bytes message);

    /// The 32-byte public key of an institution of either party; empty for one that is not known here.
    Optional<Bytes> publicKey(AgreementId agreement, InstitutionId institution);
}
