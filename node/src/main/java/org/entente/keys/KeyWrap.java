package org.entente.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.entente.kernel.EntenteException;

/// AES-256-GCM (NIST SP 800-38D): 12 random bytes of nonce, ciphertext, 16 bytes of tag. A key file is the magic line
/// and
/// such a message whose associated data are the key's role, qualifier and generation: a file under another name does
/// not open. The node key wraps far fewer than the 2^32 messages that random nonces allow.
record KeyWrap(SecretKey key) {
    private static final byte[] MAGIC = "entente-key-v1\n".getBytes(US_ASCII);
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    byte[] wrap(KeyId id, int generation, byte[] material) {
        byte[] kindAndMaterial = ByteBuffer.allocate(1 + material.length)
                .put(id.role().kind().identifier())
                .put(material)
                .array();
        byte[] message = encrypt(key, kindAndMaterial, associated(id, generation));
        Arrays.fill(kindAndMaterial, (byte) 0);
        return ByteBuffer.allocate(MAGIC.length + message.length)
                .put(MAGIC)
                .put(message)
                .array();
    }

    byte[] unwrap(KeyId id, int generation, byte[] file) {
        if (file.length < MAGIC.length || !Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new EntenteException(KeyCode.KEY_UNREADABLE, id.toString());
        }
        byte[] message = Arrays.copyOfRange(file, MAGIC.length, file.length);
        byte[] kindAndMaterial = decrypt(key, message, associated(id, generation))
                .filter(opened ->
                        opened.length > 1 && opened[0] == id.role().kind().identifier())
                .orElseThrow(() -> new EntenteException(KeyCode.KEY_UNREADABLE, id.toString()));
        byte[] material = Arrays.copyOfRange(kindAndMaterial, 1, kindAndMaterial.length);
        Arrays.fill(kindAndMaterial, (byte) 0);
        return material;
    }

    static byte[] encrypt(SecretKey key, byte[] plaintext, byte[] associated) {
        var nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, associated).doFinal(plaintext);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM encrypts everything", impossible);
        }
    }

    /// Empty when the message is not exactly what was encrypted.
    static Optional<byte[]> decrypt(SecretKey key, byte[] message, byte[] associated) {
        if (message.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(message, NONCE_BYTES);
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, nonce, associated)
                    .doFinal(message, NONCE_BYTES, message.length - NONCE_BYTES));
        } catch (AEADBadTagException changed) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM belongs to JDK 25", impossible);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] associated)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(associated);
        return cipher;
    }

    private static byte[] associated(KeyId id, int generation) {
        return (id + "@" + generation).getBytes(US_ASCII);
    }
}
