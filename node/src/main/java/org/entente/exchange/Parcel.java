package org.entente.exchange;

import org.entente.kernel.Bytes;

/// A sealed file that travels beside an envelope: what the envelope's body says of it, but for its key.
///
/// @param sizeBytes of the clear content
/// @param content SHA-256 of the clear content
/// @param chunks SHA-256 of the list of hashes: the SHA-256 of every sealed chunk, one behind the other
public record Parcel(ParcelId id, long sizeBytes, Bytes content, Bytes chunks) {
    private static final int HASH_BYTES = 32;

    /// @throws IllegalArgumentException for a size below 0 or above [Limits#PARCEL_BYTES], or what is no hash
    public Parcel {
        if (sizeBytes < 0 || sizeBytes > Limits.PARCEL_BYTES) {
            throw new IllegalArgumentException("a parcel of " + sizeBytes + " bytes");
        }
        if (content.sizeBytes() != HASH_BYTES || chunks.sizeBytes() != HASH_BYTES) {
            throw new IllegalArgumentException("not a SHA-256");
        }
    }

    /// An empty file has one chunk, which is empty.
    public int chunkCount() {
        return Math.max(1, Math.toIntExact((sizeBytes + Limits.CHUNK_BYTES - 1) / Limits.CHUNK_BYTES));
    }

    boolean isLast(int chunk) {
        return chunk == chunkCount() - 1;
    }

    /// How long a chunk is before it is sealed.
    int clearBytes(int chunk) {
        return isLast(chunk) ? (int) (sizeBytes - (long) chunk * Limits.CHUNK_BYTES) : Limits.CHUNK_BYTES;
    }

    int sealedBytes(int chunk) {
        return clearBytes(chunk) + ParcelCipher.TAG_BYTES;
    }

    /// Where a sealed chunk begins in the file.
    static long position(int chunk) {
        return (long) chunk * (Limits.CHUNK_BYTES + ParcelCipher.TAG_BYTES);
    }
}
