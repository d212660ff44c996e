package org.entente.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/// Immutable bytes with value equality, for records. Equality is not constant-time: public bytes only.
public final class Octets {
    private final byte[] value;

    private Octets(byte[] value) {
        this.value = value;
    }

    public static Octets of(byte[] value) {
        return new Octets(value.clone());
    }

    public static Octets utf8(String text) {
        return new Octets(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Octets fromHex(String hex) {
        return new Octets(HexFormat.of().parseHex(hex));
    }

    public byte[] toArray() {
        return value.clone();
    }

    public int sizeBytes() {
        return value.length;
    }

    /// Bytes `from` (inclusive) to `to` (exclusive).
    public Octets slice(int from, int to) {
        return new Octets(Arrays.copyOfRange(value, from, to));
    }

    public String hex() {
        return HexFormat.of().formatHex(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets octets && Arrays.equals(value, octets.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return "Octets[" + value.length + "]";
    }
}
