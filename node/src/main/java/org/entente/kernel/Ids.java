package org.entente.kernel;

import java.security.SecureRandom;

/// Random identifiers, from the operating system's generator.
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /// 128 random bits: ids of leaves, envelopes, sets.
    public static Bytes random128() {
        return random(16);
    }

    /// 256 random bits: single-use codes, bearer tokens, salts.
    public static Bytes random256() {
        return random(32);
    }

    private static Bytes random(int sizeBytes) {
        byte[] bytes = new byte[sizeBytes];
        RANDOM.nextBytes(bytes);
        return Bytes.of(bytes);
    }
}
