package org.entente.blind;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Working memory of one call, on one thread: native, zeroed when closed, never kept between calls. Allocating it
/// costs about a microsecond, a multiplication fifty, so there is no pool that could hold on to a secret.
final class Scratch implements AutoCloseable {
    private static final int ALIGNMENT_BYTES = 16;

    /// Room for the dozen scalars, elements and digests that the longest call takes.
    private static final int FIXED_SIZE_BYTES = 1024;

    private final Sodium sodium;
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment region;
    private final Transcript transcript;
    private final MemorySegment uniform;
    private long takenBytes;

    /// `messageSizeBytes` is the longest message that will be hashed.
    Scratch(Sodium sodium, int messageSizeBytes) {
        this.sodium = sodium;
        int transcriptSizeBytes = Transcript.sizeBytesFor(messageSizeBytes);
        this.region = arena.allocate((long) FIXED_SIZE_BYTES + transcriptSizeBytes, ALIGNMENT_BYTES);
        this.transcript = new Transcript(sodium, take(transcriptSizeBytes), take(Transcript.DIGEST_SIZE_BYTES));
        this.uniform = take(Transcript.DIGEST_SIZE_BYTES);
    }

    /// Fresh zeroed bytes that live as long as this scratch.
    MemorySegment take(int sizeBytes) {
        MemorySegment taken = region.asSlice(takenBytes, sizeBytes);
        takenBytes += Math.ceilDiv(sizeBytes, ALIGNMENT_BYTES) * (long) ALIGNMENT_BYTES;
        return taken;
    }

    Transcript transcript() {
        return transcript;
    }

    /// The one place for 64 uniform bytes on their way to a scalar, an element or an output.
    MemorySegment uniform() {
        return uniform;
    }

    @Override
    public void close() {
        sodium.zero(region);
        arena.close();
    }
}
