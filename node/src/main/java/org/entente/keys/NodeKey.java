package org.entente.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.entente.kernel.EntenteException;

/// The key that wraps all others: 64 hexadecimal digits in a file that the configuration names, best on another medium
/// than the keys themselves. Mode 600 or stricter.
public final class NodeKey {
    private static final int SIZE_BYTES = 32;
    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final SecretKey wrapping;

    private NodeKey(byte[] material) {
        try {
            wrapping = KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(material)
                                    .thenExpand("entente key file v1".getBytes(US_ASCII), SIZE_BYTES));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("HKDF-SHA256 belongs to JDK 25", absent);
        } finally {
            Arrays.fill(material, (byte) 0);
        }
    }

    public static NodeKey read(Path file) {
        byte[] text;
        try {
            if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw new EntenteException(KeyCode.NODE_KEY_EXPOSED, file.toString());
            }
            try (var stream = Files.newInputStream(file)) {
                text = stream.readNBytes(Limits.NODE_KEY_FILE_BYTES);
            }
        } catch (IOException unreadable) {
            throw new EntenteException(KeyCode.NODE_KEY_ABSENT, unreadable, file.toString());
        }
        try {
            String digits = new String(text, US_ASCII).strip();
            if (digits.length() != 2 * SIZE_BYTES) {
                throw new IllegalArgumentException("size");
            }
            return new NodeKey(HexFormat.of().parseHex(digits));
        } catch (IllegalArgumentException malformed) {
            throw new EntenteException(KeyCode.NODE_KEY_MALFORMED, file.toString());
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    /// A fresh random key in a new file; refuses when the file exists.
    public static void create(Path file) {
        var material = new byte[SIZE_BYTES];
        new SecureRandom().nextBytes(material);
        try {
            KeyFiles.createNew(file, (HexFormat.of().formatHex(material) + "\n").getBytes(US_ASCII));
        } catch (java.nio.file.FileAlreadyExistsException exists) {
            throw new EntenteException(KeyCode.KEY_EXISTS, exists, file.toString());
        } catch (IOException failed) {
            throw new EntenteException(
                    KeyCode.KEY_STORAGE, failed, file.toString(), String.valueOf(failed.getMessage()));
        } finally {
            Arrays.fill(material, (byte) 0);
        }
    }

    SecretKey wrapping() {
        return wrapping;
    }

    @Override
    public String toString() {
        return "NodeKey[redacted]";
    }
}
