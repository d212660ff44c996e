package org.entente.blind;

import java.lang.foreign.MemorySegment;

/// A prime-order group on native memory. Elements and scalars are in their serialised form; a scalar argument may
/// be secret, so every operation on it takes the same time whatever its value. Results may not overlap operands.
interface Group {
    /// `product = scalar * element`; false, with `product` undefined, when `element` is not a canonical encoding or
    /// when it, or the product, is the identity.
    boolean multiply(MemorySegment product, MemorySegment scalar, MemorySegment element);

    /// `product = scalar * generator`; false when the product is the identity.
    boolean multiplyGenerator(MemorySegment product, MemorySegment scalar);

    /// `sum = left + right`; false when either encoding is not canonical. The identity is welcome here.
    boolean add(MemorySegment sum, MemorySegment left, MemorySegment right);

    /// The one-way map from 64 uniform bytes (RFC 9496 section 4.3.4).
    void mapUniform(MemorySegment element, MemorySegment uniform);

    /// 64 uniform bytes, little-endian, modulo the group order.
    void reduce(MemorySegment scalar, MemorySegment uniform);

    /// A uniform scalar, never zero.
    void randomScalar(MemorySegment scalar);

    void invert(MemorySegment inverse, MemorySegment scalar);

    void multiplyScalars(MemorySegment product, MemorySegment left, MemorySegment right);

    void subtractScalars(MemorySegment difference, MemorySegment left, MemorySegment right);

    /// Whether a public scalar is below the group order. Not constant time.
    boolean isCanonicalScalar(MemorySegment scalar);
}
