package org.entente.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Chunks of a parcel under its key: the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár, CRYPTO 2015) over
/// AES-256-GCM. The nonce is seven zero bytes, the chunk's number in four bytes and 1 for the last chunk, else 0; the
/// associated data name the parcel. So a chunk opens in its place alone, and none can be cut off behind. A key seals
/// one parcel, so no nonce comes twice under it.
///
/// Not thread-safe: it keeps the cipher between chunks.
final class ParcelCipher {
    static final int TAG_BYTES = 16;

    private static final int NONCE_BYTES = 12;
    private static final int PREFIX_BYTES = 7;

    private final SecretKeySpec key;
    private final byte[] associated;
    private final Cipher cipher;

    ParcelCipher(ParcelKey key, ParcelId id) {
        this.key = new SecretKeySpec(key.bytes().toArray(), "AES");
        this.associated = ("entente/parcel/v1/" + id.hex()).getBytes(StandardCharsets.US_ASCII);
        try {
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every JDK has AES-GCM", absent);
        }
    }

    byte[] seal(int chunk, boolean last, byte[] clear, int length) {
        try {
            return start(Cipher.ENCRYPT_MODE, chunk, last).doFinal(clear, 0, length);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM seals anything", impossible);
        }
    }

    /// Null if it is not this chunk of this parcel under this key.
    byte @Nullable [] open(int chunk, boolean last, byte[] sealed) {
        try {
            return start(Cipher.DECRYPT_MODE, chunk, last).doFinal(sealed);
        } catch (AEADBadTagException forged) {
            return null;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has AES-GCM", impossible);
        }
    }

    private Cipher start(int mode, int chunk, boolean last) throws GeneralSecurityException {
        byte[] nonce = ByteBuffer.allocate(NONCE_BYTES)
                .position(PREFIX_BYTES)
                .putInt(chunk)
                .put((byte) (last ? 1 : 0))
                .array();
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(associated);
        return cipher;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every JDK has SHA-256", absent);
        }
    }
}
