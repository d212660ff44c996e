package org.entente.ledger.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.entente.ledger.Fault;
import org.entente.ledger.LedgerException;

/// The files below a log's directory. Whole files appear by temp, fsync, rename, fsync of the directory.
record LogFiles(Disk disk, Path root) {
    Path register() {
        return root.resolve("register");
    }

    Path checkpoint() {
        return root.resolve("checkpoint");
    }

    Path cosigned() {
        return root.resolve("cosigned");
    }

    Path requestIds() {
        return root.resolve("ids");
    }

    Path wal() {
        return root.resolve("wal");
    }

    Path temporary() {
        return root.resolve("tmp");
    }

    Path tiles() {
        return root.resolve("tile");
    }

    Path lock() {
        return root.resolve("lock");
    }

    void publish(Path target, byte[] bytes) throws IOException {
        Path parent = parentOf(target);
        createDirectories(parent);
        Path temporary = temporary().resolve("new");
        if (disk.exists(temporary)) {
            disk.delete(temporary);
        }
        try (DiskFile file = disk.open(temporary)) {
            file.write(ByteBuffer.wrap(bytes), 0);
            file.force();
        }
        disk.rename(temporary, target);
        disk.forceDirectory(parent);
    }

    /// Throws `NoSuchFileException` where there is none, `OUT_OF_RANGE` where it is larger than the limit.
    byte[] read(Path path, int limitBytes) throws IOException {
        if (!disk.exists(path)) {
            throw new NoSuchFileException(root.relativize(path).toString());
        }
        try (DiskFile file = disk.open(path)) {
            if (file.sizeBytes() > limitBytes) {
                throw new LedgerException(Fault.OUT_OF_RANGE, "file size " + file.sizeBytes());
            }
            ByteBuffer bytes = ByteBuffer.allocate((int) file.sizeBytes());
            file.read(bytes, 0);
            return bytes.array();
        }
    }

    void createDirectories(Path directory) throws IOException {
        if (disk.exists(directory)) {
            return;
        }
        Path parent = parentOf(directory);
        createDirectories(parent);
        disk.createDirectory(directory);
        disk.forceDirectory(parent);
    }

    void deleteTree(Path path) throws IOException {
        for (Path child : disk.list(path)) {
            deleteTree(child);
        }
        disk.delete(path);
    }

    static Path parentOf(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        if (parent == null) {
            throw new LedgerException(Fault.OUT_OF_RANGE, "no parent directory");
        }
        return parent;
    }
}
