package org.entente.ledger.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.ledger.Fault;
import org.entente.ledger.LedgerException;
import org.entente.ledger.Limits;

/// Appended batches until tiles hold them. A segment's name is the index of its first entry. A record that is not
/// whole at the very end was never acknowledged and is cut; one with sound records behind it is corruption.
final class WriteAheadLog implements Closeable {
    /// Above any segment the limits allow: rotation point, unsigned bytes, one batch, and their overhead.
    private static final int SEGMENT_LIMIT_BYTES = 64 * 1024 * 1024;

    private final LogFiles files;
    private DiskFile active;
    private long activeBytes;

    private WriteAheadLog(LogFiles files, DiskFile active, long activeBytes) {
        this.files = files;
        this.active = active;
        this.activeBytes = activeBytes;
    }

    /// What the segments hold. `soundBytes` is the length of the last segment without a torn tail.
    record Scan(List<WalRecord> records, long endIndex, Optional<Path> lastSegment, long soundBytes, boolean isTorn) {
        Scan {
            records = List.copyOf(records);
        }
    }

    /// Reads all segments and changes nothing.
    static Scan scan(LogFiles files) throws IOException {
        List<Path> segments = files.disk().list(files.wal());
        List<WalRecord> records = new ArrayList<>();
        long next = 0;
        long soundBytes = 0;
        boolean torn = false;
        for (Path segment : segments) {
            long named = indexOf(segment);
            if (torn || (!segment.equals(segments.getFirst()) && named != next)) {
                throw new LedgerException(Fault.WAL_CORRUPT, "segment " + named);
            }
            next = named;
            byte[] bytes = files.read(segment, SEGMENT_LIMIT_BYTES);
            int at = 0;
            for (Optional<WalRecord> record = decode(bytes, at, next);
                    record.isPresent();
                    record = decode(bytes, at, next)) {
                records.add(record.get());
                at += record.get().sizeBytes();
                next += record.get().additions().size();
            }
            torn = at < bytes.length;
            soundBytes = at;
            if (torn) {
                requireNothingSoundBehind(bytes, at, next);
            }
        }
        Optional<Path> last = segments.isEmpty() ? Optional.empty() : Optional.of(segments.getLast());
        return new Scan(records, next, last, soundBytes, torn);
    }

    /// Cuts a torn tail and goes on writing behind the last sound record.
    static WriteAheadLog open(LogFiles files, Scan scan) throws IOException {
        Path segment = scan.lastSegment().orElseGet(() -> segment(files, scan.endIndex()));
        DiskFile file = files.disk().open(segment);
        try {
            if (scan.isTorn()) {
                file.truncate(scan.soundBytes());
            }
            file.force();
            files.disk().forceDirectory(files.wal());
        } catch (IOException e) {
            file.close();
            throw e;
        }
        return new WriteAheadLog(files, file, scan.soundBytes());
    }

    /// Durable on return.
    void append(WalRecord walRecord) throws IOException {
        byte[] bytes = walRecord.encode();
        active.write(ByteBuffer.wrap(bytes), activeBytes);
        active.force();
        activeBytes += bytes.length;
    }

    /// Starts a new segment at `nextIndex` and drops the older ones, where the active one has grown enough. Every
    /// entry below `nextIndex` must be durable in tiles.
    void rotate(long nextIndex) throws IOException {
        if (activeBytes < Limits.SEGMENT_BYTES) {
            return;
        }
        List<Path> old = files.disk().list(files.wal());
        DiskFile next = files.disk().open(segment(files, nextIndex));
        active.close();
        active = next;
        activeBytes = 0;
        active.force();
        files.disk().forceDirectory(files.wal());
        for (Path segment : old) {
            files.disk().delete(segment);
        }
        files.disk().forceDirectory(files.wal());
    }

    @Override
    public void close() throws IOException {
        active.close();
    }

    private static Optional<WalRecord> decode(byte[] bytes, int at, long expectedIndex) {
        return WalRecord.decode(bytes, at).filter(found -> found.firstIndex() == expectedIndex);
    }

    private static void requireNothingSoundBehind(byte[] bytes, int from, long expectedIndex) {
        for (int at = from + 1; at <= bytes.length - WalRecord.HEADER_BYTES; at++) {
            Optional<WalRecord> behind = WalRecord.decode(bytes, at);
            if (behind.isPresent() && behind.get().firstIndex() > expectedIndex) {
                throw new LedgerException(Fault.WAL_CORRUPT, "record of entry " + expectedIndex);
            }
        }
    }

    private static Path segment(LogFiles files, long firstIndex) {
        return files.wal().resolve(String.format(Locale.ROOT, "%019d", firstIndex));
    }

    private static long indexOf(Path segment) {
        String name = String.valueOf(segment.getFileName());
        if (!name.matches("[0-9]{19}")) {
            throw new LedgerException(Fault.WAL_CORRUPT, "segment name");
        }
        return Long.parseLong(name);
    }
}
