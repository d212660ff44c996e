package org.entente.act;

import java.time.Instant;
import java.util.Optional;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.InstitutionId;

/// The Ed25519 signing keys of institutions: this party's own, and the public keys of the peer as pinned at pairing.
public interface InstitutionSeals {
    /// @return 64 bytes, by the signing key of an institution of this party
    Bytes sign(InstitutionId own, Bytes message);

    /// The 32-byte public key of an institution of either party; empty for one that is not known here or whose key had
    /// ended `at` that time.
    Optional<Bytes> publicKey(AgreementId agreement, InstitutionId institution, Instant at);

    /// 32 secret bytes of this party for one agreement: an officer's account under them, for one operation, is what the
    /// peer sees of a signer.
    Bytes signerKey(AgreementId agreement);
}
