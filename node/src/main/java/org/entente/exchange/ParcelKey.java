package org.entente.exchange;

import org.entente.kernel.Bytes;
import org.entente.kernel.Ids;

/// The 256-bit content key of one parcel. It crosses inside a sealed body and is kept wrapped; no text of it exists.
public final class ParcelKey {
    private static final int SIZE_BYTES = 32;

    private final Bytes value;

    private ParcelKey(Bytes value) {
        this.value = value;
    }

    static ParcelKey fresh() {
        return new ParcelKey(Ids.random256());
    }

    /// @throws IllegalArgumentException unless it is 32 bytes
    public static ParcelKey of(Bytes value) {
        if (value.sizeBytes() != SIZE_BYTES) {
            throw new IllegalArgumentException("a parcel's key is 32 bytes");
        }
        return new ParcelKey(value);
    }

    public Bytes bytes() {
        return value;
    }

    @Override
    public String toString() {
        return "ParcelKey";
    }
}
