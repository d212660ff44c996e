package org.entente.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Objects;
import org.entente.kernel.EntenteException;
import org.jspecify.annotations.Nullable;

/// The clear content of a parcel on this node, opened chunk by chunk: no byte leaves here before its chunk has
/// verified. Holds one chunk in memory. Not thread-safe; closed by who opened it.
public final class ParcelContent implements Closeable {
    private final Parcel parcel;
    private final ParcelCipher cipher;
    private final FileChannel file;
    private byte[] chunk = new byte[0];
    private int opened = -1;

    ParcelContent(Parcel parcel, ParcelKey key, FileChannel file) {
        this.parcel = parcel;
        this.cipher = new ParcelCipher(key, parcel.id());
        this.file = file;
    }

    public long sizeBytes() {
        return parcel.sizeBytes();
    }

    /// The bytes from a position on; fewer than `length` where it ends.
    ///
    /// @throws EntenteException PARCEL_BROKEN; PARCEL_STORAGE
    public byte[] at(long position, int length) {
        Objects.checkIndex(position, parcel.sizeBytes() + 1);
        byte[] bytes = new byte[(int) Math.min(length, parcel.sizeBytes() - position)];
        for (int done = 0; done < bytes.length; ) {
            done += read(position + done, bytes, done, bytes.length - done);
        }
        return bytes;
    }

    /// All of it, from the beginning.
    public InputStream stream() {
        return new InputStream() {
            private long position;

            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                Objects.checkFromIndexSize(offset, length, bytes.length);
                if (length == 0) {
                    return 0;
                }
                if (position == parcel.sizeBytes()) {
                    requireOpened(parcel.chunkCount() - 1);
                    return -1;
                }
                int read = ParcelContent.this.read(position, bytes, offset, length);
                position += read;
                return read;
            }
        };
    }

    private int read(long position, byte[] bytes, int offset, int length) {
        int number = (int) (position / Limits.CHUNK_BYTES);
        requireOpened(number);
        int inside = (int) (position - (long) number * Limits.CHUNK_BYTES);
        int copied = Math.min(length, chunk.length - inside);
        System.arraycopy(chunk, inside, bytes, offset, copied);
        return copied;
    }

    private void requireOpened(int number) {
        if (opened == number) {
            return;
        }
        byte @Nullable [] clear;
        try {
            byte[] sealed = ParcelFiles.read(file, Parcel.position(number), parcel.sealedBytes(number));
            clear = cipher.open(number, parcel.isLast(number), sealed);
        } catch (IOException unreadable) {
            throw Parcels.storage(unreadable);
        }
        if (clear == null) {
            throw new EntenteException(ExchangeCode.PARCEL_BROKEN, parcel.id().hex(), Integer.toString(number));
        }
        Arrays.fill(chunk, (byte) 0);
        chunk = clear;
        opened = number;
    }

    @Override
    public void close() throws IOException {
        Arrays.fill(chunk, (byte) 0);
        file.close();
    }
}
