package org.entente.ask;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import org.entente.exchange.ParcelContent;
import org.entente.kernel.EntenteException;

/// An attachment that is being read. Closed by who asked for it.
public record AttachedContent(Attachment attachment, ParcelContent content) implements Closeable {
    private static final int BUFFER_BYTES = 64 << 10;

    /// The first chunk verifies, or nothing of it is given out.
    ///
    /// @throws EntenteException PARCEL_BROKEN; PARCEL_STORAGE
    public void requireReadable() {
        content.at(0, 1);
    }

    /// All of it; each chunk is verified before a byte of it is written.
    ///
    /// @throws IOException also where a chunk does not verify: the writing stops there
    public void writeTo(OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (var clear = content.stream()) {
            for (int read = clear.read(buffer); read >= 0; read = clear.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (EntenteException broken) {
            throw new IOException(broken);
        }
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
