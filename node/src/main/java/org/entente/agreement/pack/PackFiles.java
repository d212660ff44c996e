package org.entente.agreement.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.entente.agreement.AgreementCode;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;

/// The files of one pack, by name. What both parties sign is the manifest:
///
/// ```
/// entente-pack/1
/// agreement.yaml 5c0f...  (SHA-256 of the file, 64 hex digits)
/// clocks.yaml 91ab...
/// ```
///
/// a first line, then each file in ASCII order of its name, a space, its SHA-256, each line ended by one line feed. The
/// pack's hash is the SHA-256 of the manifest. Any other file in the folder is no part of the law.
public record PackFiles(SortedMap<String, Bytes> files) {
    static final String AGREEMENT = "agreement.yaml";
    static final String CLOCKS = "clocks.yaml";
    static final String INSTRUMENTS = "instruments.yaml";
    static final String MEASURES = "measures.yaml";
    static final String RULES = "rules.yaml";
    static final String RULINGS = "rulings.csv";
    static final String TERMS = "terms.yaml";
    /// Every file of a pack, in ASCII order.
    public static final List<String> NAMES = List.of(AGREEMENT, CLOCKS, INSTRUMENTS, MEASURES, RULES, RULINGS, TERMS);

    public PackFiles {
        files = new TreeMap<>(Map.copyOf(files));
    }

    /// @throws EntenteException PACK_FILE_MISSING, PACK_TOO_LARGE
    public static PackFiles read(Path folder) {
        SortedMap<String, Bytes> files = new TreeMap<>();
        for (String name : NAMES) {
            files.put(name, readOne(folder, name));
        }
        return new PackFiles(files);
    }

    /// The pack that ships with the product; empty if there is none of that name.
    public static Optional<PackFiles> shipped(AgreementId agreement) {
        SortedMap<String, Bytes> files = new TreeMap<>();
        for (String name : NAMES) {
            try (InputStream stream = PackFiles.class.getResourceAsStream("/agreements/" + agreement + "/" + name)) {
                if (stream == null) {
                    return Optional.empty();
                }
                files.put(name, Bytes.of(stream.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(name, e);
            }
        }
        return Optional.of(new PackFiles(files));
    }

    private static Bytes readOne(Path folder, String name) {
        Path file = folder.resolve(name);
        try (var stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(Limits.FILE_SIZE_BYTES_MAX + 1);
            if (bytes.length > Limits.FILE_SIZE_BYTES_MAX) {
                throw new EntenteException(
                        AgreementCode.PACK_TOO_LARGE, name, "1 MiB", Integer.toString(Limits.FILE_SIZE_BYTES_MAX));
            }
            return Bytes.of(bytes);
        } catch (NoSuchFileException e) {
            throw new EntenteException(AgreementCode.PACK_FILE_MISSING, e, folder.toString(), name);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    public String manifest() {
        StringBuilder lines = new StringBuilder("entente-pack/1\n");
        files.forEach((name, bytes) -> lines.append(name)
                .append(' ')
                .append(HexFormat.of().formatHex(sha256(bytes.toArray())))
                .append('\n'));
        return lines.toString();
    }

    public Bytes hash() {
        return Bytes.of(sha256(manifest().getBytes(StandardCharsets.UTF_8)));
    }

    byte[] bytes(String name) {
        Bytes bytes = files.get(name);
        if (bytes == null) {
            throw new EntenteException(AgreementCode.PACK_FILE_MISSING, "", name);
        }
        return bytes.toArray();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
