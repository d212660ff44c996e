package org.entente.keys;

import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;

/// RFC 9180 base mode, KEM 0x0020, KDF 0x0001, AEAD 0x0002: the receiving side.
final class Hpke {
    private static final int ENCAPSULATED_BYTES = 32;

    private Hpke() {}

    /// Empty when the message was not sealed to this key with this info and these associated data.
    static Optional<byte[]> open(
            byte[] scalar, byte[] encapsulated, byte[] info, byte[] associated, byte[] ciphertext) {
        if (encapsulated.length != ENCAPSULATED_BYTES) {
            return Optional.empty();
        }
        var suite = new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
        byte[] publicKey =
                new X25519PrivateKeyParameters(scalar).generatePublicKey().getEncoded();
        try {
            return Optional.of(suite.open(
                    encapsulated,
                    suite.deserializePrivateKey(scalar, publicKey),
                    info,
                    associated,
                    ciphertext,
                    null,
                    null,
                    null));
        } catch (InvalidCipherTextException | IllegalStateException | IllegalArgumentException broken) {
            // Bouncy Castle throws IllegalStateException for a low-order point (RFC 9180, 7.1.4).
            return Optional.empty();
        }
    }
}
