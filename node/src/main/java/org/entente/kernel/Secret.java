package org.entente.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// A text that must not print. Compared in constant time.
public final class Secret {
    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    /// The only way to the value: call it where it is used, keep no copy.
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8), secret.value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return "Secret[redacted]";
    }
}
