package org.entente.exchange;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.ledger.note.Signer;

/// Closes a body to one institution and opens it again.
///
/// A fresh 256-bit content key closes one body, so the GCM nonce is all zero; the clear header is its associated
/// data. HPKE (RFC 9180, base mode) closes the content key with `info = "entente/seal/v1" | clear header`: neither
/// body nor key can be moved under another header.
final class Sealing {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] INFO_LABEL = "entente/seal/v1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] COMMITMENT_LABEL = "entente/ck".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NO_AAD = {};
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private Sealing() {}

    /// Opens what HPKE sealed to an institution of ours; the private key stays behind this.
    @FunctionalInterface
    interface Unsealer {
        /// @throws GeneralSecurityException if it does not open
        byte[] unseal(byte[] encapsulation, byte[] info, byte[] associatedData, byte[] wrapped)
                throws GeneralSecurityException;
    }

    static Envelope seal(ClearHeader header, InstitutionKey recipient, byte[] body, Signer signer) {
        byte[] clear = header.toJson().encode().toArray();
        byte[] contentKey = new byte[KEY_BYTES];
        RANDOM.nextBytes(contentKey);
        try {
            byte[] ciphertext = gcm(Cipher.ENCRYPT_MODE, contentKey, clear, body);
            HPKE hpke = hpke();
            HPKEContextWithEncapsulation context = hpke.setupBaseS(
                    hpke.deserializePublicKey(recipient.sealingKey().toArray()), info(clear));
            Seal seal = new Seal(
                    recipient.id(),
                    Bytes.of(context.getEncapsulation()),
                    Bytes.of(context.seal(NO_AAD, contentKey)),
                    commitment(contentKey),
                    Envelope.sha256(ciphertext));
            return Envelope.sign(header, seal, Bytes.of(ciphertext), signer);
        } catch (GeneralSecurityException | InvalidCipherTextException impossible) {
            throw new IllegalStateException("encryption failed", impossible);
        } finally {
            Arrays.fill(contentKey, (byte) 0);
        }
    }

    /// @throws EntenteException BODY_UNSEAL_FAILED on any mismatch; which one is not told
    static byte[] open(Envelope envelope, Unsealer unsealer) {
        byte[] clear = envelope.header().toJson().encode().toArray();
        Seal seal = envelope.seal();
        byte[] contentKey = {};
        try {
            contentKey = unsealer.unseal(
                    seal.encapsulation().toArray(),
                    info(clear),
                    NO_AAD,
                    seal.wrapped().toArray());
            byte[] committed = seal.commitment().toArray();
            if (!MessageDigest.isEqual(commitment(contentKey).toArray(), committed)) {
                throw new EntenteException(
                        ExchangeCode.BODY_UNSEAL_FAILED, envelope.header().id().hex());
            }
            return gcm(
                    Cipher.DECRYPT_MODE,
                    contentKey,
                    clear,
                    envelope.ciphertext().toArray());
        } catch (GeneralSecurityException mismatch) {
            throw new EntenteException(
                    ExchangeCode.BODY_UNSEAL_FAILED,
                    mismatch,
                    envelope.header().id().hex());
        } finally {
            Arrays.fill(contentKey, (byte) 0);
        }
    }

    /// A fresh object per use: Bouncy Castle does not promise that one can be shared between threads.
    static HPKE hpke() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }

    private static byte[] info(byte[] clear) {
        byte[] info = Arrays.copyOf(INFO_LABEL, INFO_LABEL.length + clear.length);
        System.arraycopy(clear, 0, info, INFO_LABEL.length, clear.length);
        return info;
    }

    private static Bytes commitment(byte[] contentKey) {
        return Envelope.sha256(COMMITMENT_LABEL, contentKey);
    }

    private static byte[] gcm(int mode, byte[] key, byte[] associatedData, byte[] text)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, new byte[NONCE_BYTES]));
        cipher.updateAAD(associatedData);
        return cipher.doFinal(text);
    }
}
