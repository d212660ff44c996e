package org.entente.ledger.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalLong;
import java.util.zip.CRC32C;
import org.entente.ledger.Fault;
import org.entente.ledger.LedgerException;

/// Request id to index. The file `ids` holds the id of entry i at byte 16 i, for signed entries; a table of 8 bytes a
/// slot finds the candidates, and the file decides.
final class RequestIds implements Closeable {
    private static final int CHUNK_IDS = 4096;

    private final DiskFile file;
    private final CRC32C crc = new CRC32C();
    private final java.util.List<RequestId> unsigned = new java.util.ArrayList<>();
    private long storedCount;
    private long[] slots = new long[1024];

    private RequestIds(DiskFile file) {
        this.file = file;
    }

    /// Reads the first `count` ids and checks them against the register's CRC32C.
    static RequestIds open(LogFiles files, long count, int expectedCrc) throws IOException {
        RequestIds ids = new RequestIds(files.disk().open(files.requestIds()));
        try {
            ids.load(count);
            if (ids.crc() != expectedCrc) {
                throw new LedgerException(Fault.REQUEST_IDS_CORRUPT, "crc");
            }
            files.disk().forceDirectory(files.root());
            return ids;
        } catch (IOException | LedgerException e) {
            ids.close();
            throw e;
        }
    }

    /// The CRC32C over every stored id, in order.
    int crc() {
        return (int) crc.getValue();
    }

    OptionalLong indexOf(RequestId id) throws IOException {
        for (int slot = slotOf(id); slots[slot] != 0; slot = (slot + 1) & (slots.length - 1)) {
            if (fingerprintIn(slots[slot]) == fingerprint(id)) {
                long index = (slots[slot] & 0xffff_ffffL) - 1;
                if (idAt(index).equals(id)) {
                    return OptionalLong.of(index);
                }
            }
        }
        return OptionalLong.empty();
    }

    /// The id of the next index; not stored until [#store].
    void add(RequestId id) {
        long index = storedCount + unsigned.size();
        unsigned.add(id);
        insert(id, index);
    }

    /// Makes every added id durable.
    void store() throws IOException {
        if (unsigned.isEmpty()) {
            return;
        }
        ByteBuffer out = ByteBuffer.allocate(unsigned.size() * RequestId.SIZE_BYTES);
        unsigned.forEach(id -> out.putLong(id.high()).putLong(id.low()));
        file.write(out.flip(), storedCount * RequestId.SIZE_BYTES);
        file.force();
        crc.update(out.array());
        storedCount += unsigned.size();
        unsigned.clear();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void load(long count) throws IOException {
        if (file.sizeBytes() < count * RequestId.SIZE_BYTES) {
            throw new LedgerException(Fault.REQUEST_IDS_CORRUPT, "size");
        }
        for (long first = 0; first < count; first += CHUNK_IDS) {
            int ids = (int) Math.min(CHUNK_IDS, count - first);
            ByteBuffer chunk = ByteBuffer.allocate(ids * RequestId.SIZE_BYTES);
            file.read(chunk, first * RequestId.SIZE_BYTES);
            crc.update(chunk.array());
            chunk.flip();
            for (int i = 0; i < ids; i++) {
                insert(new RequestId(chunk.getLong(), chunk.getLong()), first + i);
            }
        }
        storedCount = count;
    }

    private RequestId idAt(long index) throws IOException {
        if (index >= storedCount) {
            return unsigned.get((int) (index - storedCount));
        }
        ByteBuffer id = ByteBuffer.allocate(RequestId.SIZE_BYTES);
        file.read(id, index * RequestId.SIZE_BYTES);
        return RequestId.of(id.array());
    }

    private void insert(RequestId id, long index) {
        if ((index + 1) * 3 > slots.length * 2L) {
            grow();
        }
        place((fingerprint(id) << 32) | (index + 1));
    }

    /// A slot holds the fingerprint (32 bits) and the index plus one (32 bits), so it can move without its id.
    private void place(long value) {
        int slot = slotOf(fingerprintIn(value));
        while (slots[slot] != 0) {
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = value;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[Math.multiplyExact(old.length, 2)];
        for (long value : old) {
            if (value != 0) {
                place(value);
            }
        }
    }

    private int slotOf(RequestId id) {
        return slotOf(fingerprint(id));
    }

    private int slotOf(long fingerprint) {
        return (int) ((fingerprint * 0x9e3779b97f4a7c15L) >>> 32) & (slots.length - 1);
    }

    private static long fingerprintIn(long slot) {
        return slot >>> 32;
    }

    private static long fingerprint(RequestId id) {
        long mixed = (id.high() ^ Long.rotateLeft(id.low(), 29)) * 0xbf58476d1ce4e5b9L;
        return mixed >>> 32;
    }
}
