package org.entente.ledger.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/// An open file. Writes are durable only after [#force].
public interface DiskFile extends Closeable {
    long sizeBytes() throws IOException;

    /// Fills the buffer or throws.
    void read(ByteBuffer target, long position) throws IOException;

    /// Writes the whole buffer or throws.
    void write(ByteBuffer source, long position) throws IOException;

    void truncate(long sizeBytes) throws IOException;

    void force() throws IOException;
}
