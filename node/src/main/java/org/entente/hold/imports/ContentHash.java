package org.entente.hold.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Names a row by what it says: the first 128 bits of SHA-256 over its fields, 32 hex digits.
final class ContentHash {
    private static final int SIZE_BYTES = 16;
    private static final char UNIT_SEPARATOR = '\u001F';

    private ContentHash() {}

    static String of(List<String> fields) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest(
                    String.join(String.valueOf(UNIT_SEPARATOR), fields).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, SIZE_BYTES);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every JDK has SHA-256", absent);
        }
    }
}
