package org.entente.act;

import java.time.Instant;
import java.util.Optional;
import org.entente.exchange.InstitutionKey;
import org.entente.exchange.PeerDirectory;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Party;
import org.entente.keys.KeyId;
import org.entente.keys.KeyRole;
import org.entente.keys.Keyring;

/// Own signing keys in the keyring, the peer's in its pinned party file.
public record KeyringSeals(Party own, Keyring keyring, PeerDirectory directory) implements InstitutionSeals {
    @Override
    public Bytes sign(InstitutionId institution, Bytes message) {
        return keyring.sign(id(institution), message.toArray());
    }

    @Override
    public Optional<Bytes> publicKey(AgreementId agreement, InstitutionId institution, Instant at) {
        if (institution.party().equals(own)) {
            KeyId id = id(institution);
            return keyring.exists(id) ? Optional.of(keyring.publicKey(id)) : Optional.empty();
        }
        return directory
                .peer(agreement)
                .flatMap(peer -> peer.file().institution(institution))
                .filter(key -> !key.isExpired(at))
                .map(InstitutionKey::signingKey);
    }

    @Override
    public Bytes signerKey(AgreementId agreement) {
        return Bytes.of(keyring.derive(new KeyId(KeyRole.PSEUDONYM, agreement.value()), "consent-signer"));
    }

    private static KeyId id(InstitutionId institution) {
        return new KeyId(KeyRole.INSTITUTION_SIGNING, institution.value());
    }
}
