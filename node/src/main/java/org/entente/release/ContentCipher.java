package org.entente.release;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;

/// Content under a content key: AES-256-GCM, 12-byte random nonce in front, 16-byte tag behind, the hash of the terms
/// as
/// associated data. A key seals once, so the nonce cannot repeat under it.
final class ContentCipher {
    private static final int NONCE_SIZE_BYTES = 12;
    private static final int TAG_SIZE_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ContentCipher() {}

    static Bytes seal(ContentKey key, Bytes termsHash, Bytes plain) {
        byte[] nonce = new byte[NONCE_SIZE_BYTES];
        RANDOM.nextBytes(nonce);
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        sealed.writeBytes(nonce);
        try {
            sealed.writeBytes(cipher(Cipher.ENCRYPT_MODE, key, nonce, termsHash).doFinal(plain.toArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
        return Bytes.of(sealed.toByteArray());
    }

    /// @throws EntenteException RELEASE_CONTENT_BROKEN when key, terms and content do not belong together
    static Bytes open(ContentKey key, Bytes termsHash, Bytes sealed) {
        byte[] bytes = sealed.toArray();
        if (bytes.length < NONCE_SIZE_BYTES + TAG_SIZE_BITS / 8) {
            throw new EntenteException(ReleaseCode.RELEASE_CONTENT_BROKEN);
        }
        byte[] nonce = Arrays.copyOf(bytes, NONCE_SIZE_BYTES);
        try {
            return Bytes.of(cipher(Cipher.DECRYPT_MODE, key, nonce, termsHash)
                    .doFinal(bytes, NONCE_SIZE_BYTES, bytes.length - NONCE_SIZE_BYTES));
        } catch (AEADBadTagException e) {
            throw new EntenteException(ReleaseCode.RELEASE_CONTENT_BROKEN, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    private static Cipher cipher(int mode, ContentKey key, byte[] nonce, Bytes termsHash)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.use(raw -> new SecretKeySpec(raw, "AES")), new GCMParameterSpec(TAG_SIZE_BITS, nonce));
        cipher.updateAAD(termsHash.toArray());
        return cipher;
    }
}
