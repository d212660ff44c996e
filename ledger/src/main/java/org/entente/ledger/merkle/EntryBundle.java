package org.entente.ledger.merkle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.entente.ledger.Fault;
import org.entente.ledger.LedgerException;
import org.entente.ledger.Limits;
import org.entente.ledger.Octets;

/// An entry bundle (C2SP tlog-tiles): each entry behind its length as a big-endian uint16.
public final class EntryBundle {
    private EntryBundle() {}

    public static byte[] bytes(List<Octets> entries) {
        int sizeBytes = entries.stream()
                .mapToInt(entry -> Short.BYTES + entry.sizeBytes())
                .sum();
        ByteBuffer out = ByteBuffer.allocate(sizeBytes);
        for (Octets entry : entries) {
            if (entry.sizeBytes() > Limits.ENTRY_BYTES) {
                throw new LedgerException(Fault.OUT_OF_RANGE, "entry size " + entry.sizeBytes());
            }
            out.putShort((short) entry.sizeBytes()).put(entry.toArray());
        }
        return out.array();
    }

    /// Exactly `width` entries and nothing behind them.
    public static List<Octets> entries(byte[] bytes, int width) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        List<Octets> entries = new ArrayList<>(width);
        while (in.remaining() >= Short.BYTES && entries.size() < width) {
            int sizeBytes = in.getShort() & 0xffff;
            if (sizeBytes > in.remaining()) {
                break;
            }
            byte[] entry = new byte[sizeBytes];
            in.get(entry);
            entries.add(Octets.of(entry));
        }
        if (entries.size() != width || in.hasRemaining()) {
            throw new LedgerException(Fault.TILE_MALFORMED, "entry bundle");
        }
        return entries;
    }
}
