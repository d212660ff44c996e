package org.entente.hold.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;

/// Ids as hashes of what they name: the first 128 bits of SHA-256 over length-prefixed parts. The same row of
/// the same source has the same id at every import, which is what makes an import repeatable. One instance a
/// thread.
final class RowIds {
    private final MessageDigest digest;
    private byte[] input = new byte[512];

    RowIds() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every JDK has SHA-256", absent);
        }
    }

    UUID of(String kind, String... parts) {
        ByteBuffer hash = ByteBuffer.wrap(hash(kind, parts));
        return new UUID(hash.getLong(), hash.getLong());
    }

    /// As [#of], beginning with the subject's own first half: what belongs together lies together in an index,
    /// and the second half tells it apart within its subject.
    UUID within(UUID subject, String kind, String... parts) {
        return new UUID(subject.getMostSignificantBits(), of(kind, parts).getLeastSignificantBits());
    }

    /// Over all parts at once: a digest updated part by part costs twice the time.
    private byte[] hash(String kind, String... parts) {
        int length = 0;
        length = put(kind, length);
        for (String part : parts) {
            length = put(part, length);
        }
        digest.update(input, 0, length);
        return digest.digest();
    }

    private int put(String part, int at) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        int end = at + Integer.BYTES + bytes.length;
        if (end > input.length) {
            input = Arrays.copyOf(input, 2 * end);
        }
        for (int i = 0; i < Integer.BYTES; i++) {
            input[at + i] = (byte) (bytes.length >>> (24 - 8 * i));
        }
        System.arraycopy(bytes, 0, input, at + Integer.BYTES, bytes.length);
        return end;
    }
}
