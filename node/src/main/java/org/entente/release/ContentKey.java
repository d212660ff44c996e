package org.entente.release;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Function;

/// The AES-256 key of one release's content. Lives in the heap only between unwrap and use; close it.
final class ContentKey implements AutoCloseable {
    static final int SIZE_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    private ContentKey(byte[] key) {
        this.key = key;
    }

    static ContentKey random() {
        byte[] key = new byte[SIZE_BYTES];
        RANDOM.nextBytes(key);
        return new ContentKey(key);
    }

    /// Takes the array over: the caller keeps no reference.
    static ContentKey adopt(byte[] key) {
        if (key.length != SIZE_BYTES) {
            throw new IllegalArgumentException("a content key is 32 bytes");
        }
        return new ContentKey(key);
    }

    <T> T use(Function<byte[], T> user) {
        return user.apply(key);
    }

    @Override
    public void close() {
        Arrays.fill(key, (byte) 0);
    }

    @Override
    public String toString() {
        return "ContentKey[redacted]";
    }
}
