package org.entente.ledger.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.entente.ledger.Hash;
import org.entente.ledger.LedgerException;
import org.entente.ledger.Limits;
import org.entente.ledger.Octets;
import org.entente.ledger.checkpoint.SignedCheckpoint;
import org.entente.ledger.merkle.Merkle;
import org.entente.ledger.merkle.Tile;

/// Checks a directory from the entries up: every entry hashed, every tile rebuilt and compared, the root against the
/// register and the checkpoint. It changes nothing and needs no key; the log should not be open.
public final class LogCheck {
    private final LogFiles files;
    private final TileStore store;
    private final List<Finding> findings = new ArrayList<>();

    private LogCheck(LogFiles files) {
        this.files = files;
        this.store = new TileStore(files);
    }

    /// Empty where all is well.
    public static List<Finding> fsck(Path directory) {
        return fsck(new LocalDisk(), directory);
    }

    static List<Finding> fsck(Disk disk, Path directory) {
        LogCheck check =
                new LogCheck(new LogFiles(disk, directory.toAbsolutePath().normalize()));
        try {
            check.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(check.findings);
    }

    private void run() throws IOException {
        Optional<SignedState> signed = Register.peek(files);
        if (signed.isEmpty()) {
            add(Finding.Kind.REGISTER_UNREADABLE, "register", "");
            return;
        }
        checkTree(signed.get());
        checkCheckpoint(files.checkpoint(), signed.get());
        checkRequestIds(signed.get());
        checkWal(signed.get());
        for (Path leftover : files.disk().list(files.temporary())) {
            add(Finding.Kind.LEFTOVER, relative(leftover), "");
        }
    }

    private void checkTree(SignedState signed) {
        TreeTail rebuilt = new TreeTail();
        long size = signed.size();
        for (long index = 0; index * Tile.WIDTH < size; index++) {
            Tile bundle = Tile.at(Tile.ENTRIES, index, size);
            for (Octets entry : readBundle(bundle)) {
                rebuilt.append(Merkle.leafHash(entry.toArray()), this::compare);
            }
            checkLeftover(bundle);
        }
        if (rebuilt.size() != size) {
            return;
        }
        for (int level = 0; level < rebuilt.levels(); level++) {
            List<Hash> partial = rebuilt.partial(level);
            if (!partial.isEmpty()) {
                compare(new Tile(level, Tile.hashesAt(level, size) / Tile.WIDTH, partial.size()), partial);
            }
        }
        if (!rebuilt.root().equals(signed.root())) {
            add(Finding.Kind.ROOT_DIFFERS, "register", "size " + size);
        }
    }

    private List<Octets> readBundle(Tile bundle) {
        try {
            return store.bundle(bundle);
        } catch (IOException | LedgerException e) {
            report(bundle.path(), e);
            return List.of();
        }
    }

    private void compare(Tile tile, List<Hash> rebuilt) {
        try {
            if (!store.uncached().read(tile).equals(rebuilt)) {
                add(Finding.Kind.FILE_DAMAGED, tile.path(), "hashes differ");
            }
        } catch (UncheckedIOException | LedgerException e) {
            report(tile.path(), e);
        }
        checkLeftover(tile);
    }

    private void checkLeftover(Tile tile) {
        if (tile.isFull() && files.disk().exists(files.root().resolve(tile.path() + ".p"))) {
            add(Finding.Kind.LEFTOVER, tile.path() + ".p", "");
        }
    }

    private void checkCheckpoint(Path path, SignedState signed) throws IOException {
        if (!files.disk().exists(path)) {
            if (signed.size() > 0) {
                add(Finding.Kind.FILE_MISSING, relative(path), "");
            }
            return;
        }
        try {
            var checkpoint =
                    SignedCheckpoint.parse(files.read(path, Limits.NOTE_BYTES)).checkpoint();
            if (checkpoint.size() != signed.size() || !checkpoint.root().equals(signed.root())) {
                add(Finding.Kind.CHECKPOINT_DIFFERS, relative(path), "size " + checkpoint.size());
            }
        } catch (LedgerException e) {
            add(Finding.Kind.CHECKPOINT_UNREADABLE, relative(path), e.fault().name());
        }
    }

    private void checkRequestIds(SignedState signed) throws IOException {
        CRC32C crc = new CRC32C();
        long remaining = signed.size() * RequestId.SIZE_BYTES;
        if (files.disk().exists(files.requestIds())) {
            try (DiskFile file = files.disk().open(files.requestIds())) {
                long available = Math.min(remaining, file.sizeBytes());
                for (long at = 0; at < available; ) {
                    ByteBuffer chunk = ByteBuffer.allocate((int) Math.min(1 << 16, available - at));
                    file.read(chunk, at);
                    crc.update(chunk.array());
                    at += chunk.capacity();
                }
                remaining -= available;
            }
        }
        if (remaining > 0 || (int) crc.getValue() != signed.requestIdsCrc()) {
            add(Finding.Kind.REQUEST_IDS_DAMAGED, "ids", "");
        }
    }

    private void checkWal(SignedState signed) throws IOException {
        try {
            WriteAheadLog.Scan scan = WriteAheadLog.scan(files);
            if (scan.isTorn()) {
                add(Finding.Kind.WAL_DAMAGED, "wal", "torn behind entry " + scan.endIndex());
            }
            if (scan.endIndex() < signed.size()) {
                add(Finding.Kind.WAL_BEHIND, "wal", "ends at " + scan.endIndex());
            }
        } catch (LedgerException e) {
            add(Finding.Kind.WAL_DAMAGED, "wal", e.fault().name());
        }
    }

    private void report(String path, Exception e) {
        boolean missing = e instanceof NoSuchFileException || e.getCause() instanceof NoSuchFileException;
        Finding.Kind kind = missing ? Finding.Kind.FILE_MISSING : Finding.Kind.FILE_DAMAGED;
        add(kind, path, e instanceof LedgerException fault ? fault.fault().name() : "");
    }

    private void add(Finding.Kind kind, String path, String fact) {
        findings.add(new Finding(kind, path, fact));
    }

    private String relative(Path path) {
        return files.root().relativize(path).toString();
    }
}
