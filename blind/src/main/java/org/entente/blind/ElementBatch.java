package org.entente.blind;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// Up to 65,535 serialised group elements, one after the other in a single buffer: blinded elements on the way to
/// the holder, evaluated elements on the way back. Public and immutable. Elements are decoded where they are used,
/// so a batch may hold bytes that are no element; each use refuses those.
public final class ElementBatch {
    private final Suite suite;
    private final byte[] encodings;

    ElementBatch(Suite suite, byte[] encodings) {
        this.suite = suite;
        this.encodings = encodings;
    }

    /// Throws SIZE_REFUSED unless `encodings` holds 1 to 65,535 whole elements.
    public static ElementBatch of(Suite suite, byte[] encodings) {
        int elementSizeBytes = suite.elementSizeBytes();
        int remainder = encodings.length % elementSizeBytes;
        Limits.check("bytes after the last element", remainder, 0, 0);
        Limits.check("batch count", encodings.length / elementSizeBytes, 1, Limits.BATCH_COUNT_MAX);
        return new ElementBatch(suite, encodings.clone());
    }

    public Suite suite() {
        return suite;
    }

    public int count() {
        return encodings.length / suite.elementSizeBytes();
    }

    public byte[] toByteArray() {
        return encodings.clone();
    }

    public ByteString element(int index) {
        int elementSizeBytes = suite.elementSizeBytes();
        return ByteString.copyOf(encodings, index * elementSizeBytes, elementSizeBytes);
    }

    void copyTo(MemorySegment element, int index) {
        int elementSizeBytes = suite.elementSizeBytes();
        MemorySegment.copy(encodings, index * elementSizeBytes, element, JAVA_BYTE, 0, elementSizeBytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ElementBatch that && suite == that.suite && Arrays.equals(encodings, that.encodings);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encodings);
    }

    @Override
    public String toString() {
        return suite.identifier() + " x " + count();
    }
}
