package org.entente.keys;

import java.security.SecureRandom;
import java.time.Instant;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;

final class KeyMaterial {
    private KeyMaterial() {}

    /// What a new key file of this role holds. `now` begins a certificate's life.
    static byte[] fresh(KeyId id, Instant now) {
        var random = new SecureRandom();
        return switch (id.role().kind()) {
            case ED25519, SECRET -> {
                var seed = new byte[32];
                random.nextBytes(seed);
                yield seed;
            }
            case X25519 -> new X25519PrivateKeyParameters(random).getEncoded();
            case TLS_P256 -> TlsIdentity.fresh(id.qualifier(), now, random);
            case DOCUMENT_P256 -> CertifiedKey.fresh(id.qualifier(), now, random, CertifiedKey.SIGNS_DOCUMENTS);
        };
    }
}
