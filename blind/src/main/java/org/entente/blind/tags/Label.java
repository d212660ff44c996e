package org.entente.blind.tags;

import java.util.Arrays;
import java.util.Optional;
import org.entente.blind.ByteString;
import org.entente.blind.Limits;

/// What a hit tells the asker before any request: an opaque handle to name in one, and two codes.
///
/// @param handle 16 random bytes, new for every tag of every set; the holder alone can turn it into a record
/// @param status 0 to 255, the holder's code for where the record stands, such as cleared by a court
/// @param kind 0 to 255, the holder's code for what the record is about
public record Label(ByteString handle, int status, int kind) {
    public static final int HANDLE_SIZE_BYTES = 16;

    static final int SIZE_BYTES = 32;

    public Label {
        Limits.check("handle", handle.sizeBytes(), HANDLE_SIZE_BYTES, HANDLE_SIZE_BYTES);
        Limits.check("status", status, 0, 0xff);
        Limits.check("kind", kind, 0, 0xff);
    }

    byte[] encoded() {
        byte[] encoded = Arrays.copyOf(handle.toByteArray(), SIZE_BYTES);
        encoded[HANDLE_SIZE_BYTES] = (byte) status;
        encoded[HANDLE_SIZE_BYTES + 1] = (byte) kind;
        return encoded;
    }

    /// Empty when the 14 bytes after the codes are not zero: a label of a later version, or no label.
    static Optional<Label> parse(byte[] encoded) {
        for (int i = HANDLE_SIZE_BYTES + 2; i < SIZE_BYTES; i++) {
            if (encoded[i] != 0) {
                return Optional.empty();
            }
        }
        return Optional.of(new Label(
                ByteString.copyOf(encoded, 0, HANDLE_SIZE_BYTES),
                Byte.toUnsignedInt(encoded[HANDLE_SIZE_BYTES]),
                Byte.toUnsignedInt(encoded[HANDLE_SIZE_BYTES + 1])));
    }
}
