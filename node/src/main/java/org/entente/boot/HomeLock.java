package org.entente.boot;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.entente.kernel.EntenteException;
import org.jspecify.annotations.Nullable;

/// One process per node folder: two would sign two histories. The lock file holds the number of the process.
final class HomeLock implements AutoCloseable {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    static HomeLock take(Path home) {
        Path file = home.resolve("lock");
        if (!Files.isDirectory(home)) {
            throw new EntenteException(
                    BootCode.BOOT_CONFIG_MISSING, home.resolve(NodeConfig.FILE).toString());
        }
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new EntenteException(
                        BootCode.BOOT_HOME_LOCKED,
                        home.toString(),
                        Files.readString(file).strip());
            }
            channel.truncate(0);
            channel.write(
                    StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"));
            return new HomeLock(channel);
        } catch (IOException e) {
            throw new EntenteException(BootCode.BOOT_HOME_LOCKED, e, home.toString(), "?");
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("lock", e);
        }
    }
}
