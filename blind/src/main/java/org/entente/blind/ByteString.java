package org.entente.blind;

import java.util.Arrays;
import java.util.HexFormat;

/// Immutable public bytes with value equality. Not for secrets: it lives on the heap and prints itself in hex.
public final class ByteString {
    private final byte[] octets;

    private ByteString(byte[] octets) {
        this.octets = octets;
    }

    public static ByteString copyOf(byte[] octets) {
        return new ByteString(octets.clone());
    }

    public static ByteString copyOf(byte[] octets, int offset, int length) {
        return new ByteString(Arrays.copyOfRange(octets, offset, offset + length));
    }

    public static ByteString ofHex(String hex) {
        return new ByteString(HexFormat.of().parseHex(hex));
    }

    public int sizeBytes() {
        return octets.length;
    }

    public byte[] toByteArray() {
        return octets.clone();
    }

    public String toHex() {
        return HexFormat.of().formatHex(octets);
    }

    byte[] octets() {
        return octets;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ByteString that && Arrays.equals(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
        return toHex();
    }
}
