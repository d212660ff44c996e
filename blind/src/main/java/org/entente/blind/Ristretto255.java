package org.entente.blind;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// ristretto255 (RFC 9496) by libsodium, whose decoding is strict and whose scalar multiplication is constant time.
final class Ristretto255 implements Group {
    /// The order l = 2^252 + 27742317777372353535851937790883648493 as four little-endian words, lowest first
    /// (RFC 9496 section 4).
    private static final long[] ORDER = {0x5812631a5cf5d3edL, 0x14def9dea2f79cd6L, 0L, 0x1000000000000000L};

    private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Sodium sodium;

    Ristretto255(Sodium sodium) {
        this.sodium = sodium;
    }

    @Override
    public boolean multiply(MemorySegment product, MemorySegment scalar, MemorySegment element) {
        return sodium.scalarMultiply(product, scalar, element);
    }

    @Override
    public boolean multiplyGenerator(MemorySegment product, MemorySegment scalar) {
        return sodium.scalarMultiplyBase(product, scalar);
    }

    @Override
    public boolean add(MemorySegment sum, MemorySegment left, MemorySegment right) {
        return sodium.addPoints(sum, left, right);
    }

    @Override
    public void mapUniform(MemorySegment element, MemorySegment uniform) {
        sodium.pointFromHash(element, uniform);
    }

    @Override
    public void reduce(MemorySegment scalar, MemorySegment uniform) {
        sodium.reduceScalar(scalar, uniform);
    }

    @Override
    public void randomScalar(MemorySegment scalar) {
        sodium.randomScalar(scalar);
    }

    @Override
    public void invert(MemorySegment inverse, MemorySegment scalar) {
        sodium.invertScalar(inverse, scalar);
    }

    @Override
    public void multiplyScalars(MemorySegment product, MemorySegment left, MemorySegment right) {
        sodium.multiplyScalars(product, left, right);
    }

    @Override
    public void subtractScalars(MemorySegment difference, MemorySegment left, MemorySegment right) {
        sodium.subtractScalars(difference, left, right);
    }

    @Override
    public boolean isCanonicalScalar(MemorySegment scalar) {
        for (int word = ORDER.length - 1; word >= 0; word--) {
            int order = Long.compareUnsigned(scalar.get(WORD, word * 8L), ORDER[word]);
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }
}
