package org.entente.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// A SHA-256 value: 32 bytes, immutable.
public final class Hash {
    public static final int SIZE_BYTES = 32;

    private final byte[] value;

    private Hash(byte[] value) {
        this.value = value;
    }

    /// Refuses any length but 32 with [Fault#HASH_MALFORMED].
    public static Hash of(byte[] value) {
        return of(value, 0, value.length);
    }

    public static Hash of(byte[] source, int offset, int sizeBytes) {
        if (sizeBytes != SIZE_BYTES) {
            throw new LedgerException(Fault.HASH_MALFORMED, "size " + sizeBytes);
        }
        return new Hash(Arrays.copyOfRange(source, offset, offset + SIZE_BYTES));
    }

    /// SHA-256 of the parts one after the other.
    public static Hash sha256(byte[]... parts) {
        MessageDigest digest = newSha256();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return new Hash(digest.digest());
    }

    /// Padded standard base64 (RFC 4648, section 4), canonical form only.
    public static Hash fromBase64(String text) {
        return of(Base64Text.decode(text, Fault.HASH_MALFORMED));
    }

    /// Unpadded base64url (RFC 4648, section 5): 43 characters, canonical form only.
    public static Hash fromBase64Url(String text) {
        return of(Base64Text.decodeUrl(text, Fault.HASH_MALFORMED));
    }

    public byte[] toArray() {
        return value.clone();
    }

    public void copyTo(byte[] target, int offset) {
        System.arraycopy(value, 0, target, offset, SIZE_BYTES);
    }

    public void update(MessageDigest digest) {
        digest.update(value);
    }

    public String base64() {
        return Base64Text.encode(value);
    }

    public String base64Url() {
        return Base64Text.encodeUrl(value);
    }

    /// A fresh digest object: nothing is shared between threads or between a hash and its re-computation.
    public static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(value, hash.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return base64();
    }
}
