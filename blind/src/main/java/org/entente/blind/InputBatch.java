package org.entente.blind;

import java.security.SecureRandom;
import java.util.Arrays;

/// Up to 65,535 private inputs in a single buffer, in the caller's order. The order and any repetition stay visible
/// in what is sent, or in what is done with it, so **removing repeated inputs and shuffling are the caller's duty**.
public final class InputBatch {
    /// Long enough that no two fillers, and no filler and a real input, ever coincide.
    private static final int FILLER_SIZE_BYTES = 32;

    private final byte[] octets;
    private final int[] ends;

    private InputBatch(byte[] octets, int[] ends) {
        this.octets = octets;
        this.ends = ends;
    }

    /// A batch of the given inputs; [Builder] spares the array of each.
    public static InputBatch of(byte[]... inputs) {
        Builder builder = new Builder();
        for (byte[] input : inputs) {
            builder.add(input);
        }
        return builder.build();
    }

    public int count() {
        return ends.length;
    }

    int offset(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    int sizeBytes(int index) {
        return ends[index] - offset(index);
    }

    int longestSizeBytes() {
        int longest = 0;
        for (int i = 0; i < ends.length; i++) {
            longest = Math.max(longest, sizeBytes(i));
        }
        return longest;
    }

    void appendPrefixed(Transcript transcript, int index) {
        transcript.prefixed(octets, offset(index), sizeBytes(index));
    }

    void append(Transcript transcript, int index) {
        transcript.append(octets, offset(index), sizeBytes(index));
    }

    @Override
    public String toString() {
        return "inputs x " + count();
    }

    /// Collects inputs. Not thread-safe.
    public static final class Builder {
        private byte[] octets = new byte[1024];
        private int[] ends = new int[16];
        private int count;

        /// Throws SIZE_REFUSED for an input of 65,536 bytes or more, an input beyond the 65,535th, or a batch beyond
        /// 256 MiB.
        public Builder add(byte[] input) {
            Limits.check("input", input.length, 0, Limits.INPUT_SIZE_BYTES_MAX);
            Limits.check("batch count", count + 1L, 1, Limits.BATCH_COUNT_MAX);
            int start = count == 0 ? 0 : ends[count - 1];
            int end = Limits.check("batch", (long) start + input.length, 0, Limits.BATCH_SIZE_BYTES_MAX);
            if (end > octets.length) {
                octets = Arrays.copyOf(octets, Math.max(end, octets.length * 2));
            }
            if (count == ends.length) {
                ends = Arrays.copyOf(ends, count * 2);
            }
            System.arraycopy(input, 0, octets, start, input.length);
            ends[count++] = end;
            return this;
        }

        /// Adds random inputs until the batch has `paddedCount`, so that the holder learns only that number. They
        /// cost an evaluation each, like real ones.
        public Builder padTo(int paddedCount, SecureRandom random) {
            byte[] filler = new byte[FILLER_SIZE_BYTES];
            while (count < paddedCount) {
                random.nextBytes(filler);
                add(filler);
            }
            return this;
        }

        public int count() {
            return count;
        }

        public InputBatch build() {
            Limits.check("batch count", count, 1, Limits.BATCH_COUNT_MAX);
            return new InputBatch(Arrays.copyOf(octets, ends[count - 1]), Arrays.copyOf(ends, count));
        }
    }
}
