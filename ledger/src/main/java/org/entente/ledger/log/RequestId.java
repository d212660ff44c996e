package org.entente.ledger.log;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.entente.ledger.Fault;
import org.entente.ledger.LedgerException;

/// The 128-bit id of a request to log something. A log holds at most one entry for each.
public record RequestId(long high, long low) {
    public static final int SIZE_BYTES = 16;

    public static RequestId of(byte[] bytes) {
        if (bytes.length != SIZE_BYTES) {
            throw new LedgerException(Fault.OUT_OF_RANGE, "request id size " + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new RequestId(buffer.getLong(), buffer.getLong());
    }

    public byte[] toArray() {
        return ByteBuffer.allocate(SIZE_BYTES).putLong(high).putLong(low).array();
    }

    /// 32 lower-case hex digits.
    public String hex() {
        return HexFormat.of().formatHex(toArray());
    }
}
