package org.entente.blind;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/// A message under construction in native memory, and the two ways to hash it: SHA-512, and expand_message_xmd of
/// RFC 9380 section 5.3.1 with SHA-512. The zero block that expand_message_xmd puts first stands before the message
/// permanently, so neither way copies.
final class Transcript {
    static final int DIGEST_SIZE_BYTES = 64;

    private static final int BLOCK_SIZE_BYTES = 128;

    /// What the RFCs add to a message: at most a suffix of two lengths, a counter and two tags below 256 bytes.
    private static final int SUFFIX_SIZE_BYTES_MAX = 640;

    private final Sodium sodium;
    private final MemorySegment buffer;
    private final MemorySegment first;
    private long position = BLOCK_SIZE_BYTES;

    Transcript(Sodium sodium, MemorySegment buffer, MemorySegment first) {
        this.sodium = sodium;
        this.buffer = buffer;
        this.first = first;
    }

    static int sizeBytesFor(int messageSizeBytes) {
        return BLOCK_SIZE_BYTES + messageSizeBytes + SUFFIX_SIZE_BYTES_MAX;
    }

    Transcript begin() {
        position = BLOCK_SIZE_BYTES;
        return this;
    }

    Transcript append(byte[] octets, int offset, int length) {
        MemorySegment.copy(octets, offset, buffer, JAVA_BYTE, position, length);
        position += length;
        return this;
    }

    Transcript append(byte[] octets) {
        return append(octets, 0, octets.length);
    }

    Transcript append(MemorySegment octets) {
        MemorySegment.copy(octets, 0, buffer, position, octets.byteSize());
        position += octets.byteSize();
        return this;
    }

    Transcript append(String ascii) {
        return append(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    /// I2OSP(value, 1).
    Transcript one(int value) {
        buffer.set(JAVA_BYTE, position++, (byte) value);
        return this;
    }

    /// I2OSP(value, 2).
    Transcript two(int value) {
        return one(value >>> 8).one(value);
    }

    /// I2OSP(len(octets), 2) || octets.
    Transcript prefixed(byte[] octets, int offset, int length) {
        return two(length).append(octets, offset, length);
    }

    Transcript prefixed(byte[] octets) {
        return prefixed(octets, 0, octets.length);
    }

    Transcript prefixed(MemorySegment octets) {
        return two((int) octets.byteSize()).append(octets);
    }

    void sha512(MemorySegment digest) {
        sodium.sha512(digest, message());
    }

    /// Fills `uniform` from the message. The tag is `DST_prime`: at most 255 bytes and its own length.
    void expand(MemorySegment uniform, byte[] tag) {
        two((int) uniform.byteSize()).one(0).append(tag);
        sodium.sha512(first, buffer.asSlice(0, position));
        for (int block = 0; block * (long) DIGEST_SIZE_BYTES < uniform.byteSize(); block++) {
            begin().append(first);
            if (block > 0) {
                mixPrevious();
            }
            one(block + 1).append(tag);
            sodium.sha512(previous(), message());
            long offset = block * (long) DIGEST_SIZE_BYTES;
            long length = Math.min(DIGEST_SIZE_BYTES, uniform.byteSize() - offset);
            MemorySegment.copy(previous(), 0, uniform, offset, length);
        }
    }

    static byte[] tag(String name, byte[] contextString) {
        byte[] label = name.getBytes(StandardCharsets.US_ASCII);
        byte[] tag = new byte[label.length + contextString.length + 1];
        System.arraycopy(label, 0, tag, 0, label.length);
        System.arraycopy(contextString, 0, tag, label.length, contextString.length);
        tag[tag.length - 1] = (byte) Limits.check("domain separation tag", tag.length - 1L, 1, 255);
        return tag;
    }

    /// b_i = H(strxor(b_0, b_(i - 1)) ...): the message holds b_0 here.
    private void mixPrevious() {
        MemorySegment previous = previous();
        for (long i = 0; i < DIGEST_SIZE_BYTES; i++) {
            long at = BLOCK_SIZE_BYTES + i;
            buffer.set(JAVA_BYTE, at, (byte) (buffer.get(JAVA_BYTE, at) ^ previous.get(JAVA_BYTE, i)));
        }
    }

    private MemorySegment message() {
        return buffer.asSlice(BLOCK_SIZE_BYTES, position - BLOCK_SIZE_BYTES);
    }

    /// The last digest of an expansion rests at the end of the buffer, beyond any message.
    private MemorySegment previous() {
        return buffer.asSlice(buffer.byteSize() - DIGEST_SIZE_BYTES, DIGEST_SIZE_BYTES);
    }
}
