package org.entente.bench.match;

/// A permutation of 0 to `size` - 1 that needs no memory: multiplication and addition modulo `size`.
record Shuffle(long size, long factor, long shift) {
    /// Below 2^31, so that no product overflows.
    static Shuffle of(long size, Draw draw) {
        if (size < 1 || size >= 1L << 31) {
            throw new IllegalArgumentException("size " + size);
        }
        long factor = 1L + draw.below((int) size);
        while (greatestCommonDivisor(factor, size) != 1) {
            factor++;
        }
        return new Shuffle(size, factor, draw.below((int) size));
    }

    long at(long position) {
        return (position * factor + shift) % size;
    }

    private static long greatestCommonDivisor(long one, long other) {
        return other == 0 ? one : greatestCommonDivisor(other, one % other);
    }
}
