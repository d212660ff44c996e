package org.entente.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Secret;

/// A secret alone in a file that only its owner may read.
final class SecretFile {
    private SecretFile() {}

    static Secret read(Path file) {
        try {
            return new Secret(Files.readString(file).strip());
        } catch (IOException e) {
            throw new EntenteException(BootCode.BOOT_CONFIG_UNREADABLE, e, file.toString(), "-");
        }
    }

    /// The old one stays whole until the new one stands.
    static void replace(Path file, Secret secret) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            write(fresh, secret);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new EntenteException(BootCode.BOOT_HOME_TAKEN, e, file.toString());
        }
    }

    /// Creates the file; refuses to replace one.
    static void write(Path file, Secret secret) {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, secret.reveal() + "\n", StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new EntenteException(BootCode.BOOT_HOME_TAKEN, e, file.toString());
        }
    }
}
