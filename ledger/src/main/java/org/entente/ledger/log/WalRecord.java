package org.entente.ledger.log;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.entente.ledger.Limits;
import org.entente.ledger.Octets;

/// One append: magic (4), body size (4), index of the first entry (8), entries (4), CRC32C over the rest (4), body.
/// The body holds for each entry its request id (16), its size (2) and its bytes.
record WalRecord(long firstIndex, List<Addition> additions) {
    static final int HEADER_BYTES = 24;
    private static final int MAGIC = 0x454e5457;
    private static final int CRC_OFFSET = 20;
    private static final int ENTRY_OVERHEAD_BYTES = RequestId.SIZE_BYTES + Short.BYTES;

    WalRecord {
        additions = List.copyOf(additions);
    }

    static int bodyBytes(List<Addition> additions) {
        return additions.stream()
                .mapToInt(addition -> ENTRY_OVERHEAD_BYTES + addition.entry().sizeBytes())
                .sum();
    }

    int sizeBytes() {
        return HEADER_BYTES + bodyBytes(additions);
    }

    byte[] encode() {
        ByteBuffer out = ByteBuffer.allocate(sizeBytes());
        out.putInt(MAGIC).putInt(out.capacity() - HEADER_BYTES).putLong(firstIndex);
        out.putInt(additions.size()).putInt(0);
        for (Addition addition : additions) {
            out.put(addition.id().toArray());
            out.putShort((short) addition.entry().sizeBytes());
            out.put(addition.entry().toArray());
        }
        return out.putInt(CRC_OFFSET, crc(out.array(), 0, out.capacity())).array();
    }

    /// The record at this offset, or empty where there is no whole and sound one.
    static Optional<WalRecord> decode(byte[] segment, int offset) {
        if (segment.length - offset < HEADER_BYTES) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(segment).position(offset);
        boolean magic = in.getInt() == MAGIC;
        int bodyBytes = in.getInt();
        long firstIndex = in.getLong();
        int count = in.getInt();
        int crc = in.getInt();
        boolean plausible = magic
                && bodyBytes >= 0
                && bodyBytes <= in.remaining()
                && count > 0
                && count <= Limits.BATCH_ENTRIES
                && firstIndex >= 0;
        if (!plausible || crc(segment, offset, HEADER_BYTES + bodyBytes) != crc) {
            return Optional.empty();
        }
        List<Addition> additions = new ArrayList<>(count);
        int end = in.position() + bodyBytes;
        for (int i = 0; i < count && end - in.position() >= ENTRY_OVERHEAD_BYTES; i++) {
            RequestId id = new RequestId(in.getLong(), in.getLong());
            byte[] entry = new byte[Math.min(in.getShort() & 0xffff, end - in.position())];
            in.get(entry);
            additions.add(new Addition(id, Octets.of(entry)));
        }
        return additions.size() == count && in.position() == end
                ? Optional.of(new WalRecord(firstIndex, additions))
                : Optional.empty();
    }

    private static int crc(byte[] bytes, int offset, int sizeBytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, CRC_OFFSET);
        crc.update(bytes, offset + HEADER_BYTES, sizeBytes - HEADER_BYTES);
        return (int) crc.getValue();
    }
}
