package org.entente.blind;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Whole pages of native memory for scalars: locked where the system allows, zeroed before they are given back.
/// Pages are not shared with anything else, since unlocking works by the page.
final class SecretMemory implements AutoCloseable {
    /// The larger page of the platforms carried: 4 KiB on x86-64, 16 KiB on Apple's arm64.
    private static final long PAGE_SIZE_BYTES = 16_384;

    private final Sodium sodium;
    private final Arena arena;
    private final MemorySegment pages;
    private final MemorySegment content;

    @SuppressWarnings("MustBeClosedChecker") // close() closes it
    SecretMemory(Sodium sodium, long sizeBytes) {
        this(sodium, Arena.ofShared(), sizeBytes);
    }

    /// With a global arena the pages stay readable after closing, which only a test wants.
    SecretMemory(Sodium sodium, Arena arena, long sizeBytes) {
        this.sodium = sodium;
        this.arena = arena;
        this.pages = arena.allocate(Math.ceilDiv(sizeBytes, PAGE_SIZE_BYTES) * PAGE_SIZE_BYTES, PAGE_SIZE_BYTES);
        this.content = pages.asSlice(0, sizeBytes);
        // Best effort: a process over its locked-memory limit works on, with pages that could be swapped.
        boolean ignored = sodium.lock(pages);
    }

    MemorySegment content() {
        return content;
    }

    @Override
    public void close() {
        sodium.zero(pages);
        sodium.unlock(pages);
        arena.close();
    }
}
