package org.entente.blind.tags;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.entente.blind.PrfOutputs;

/// A peer's tag set, checked whole when it was opened: hash, sizes, order. Searching it tells nobody anything.
/// Thread-safe; a set opened from a file is memory-mapped until closed, and the file must not change meanwhile.
public final class TagSet implements AutoCloseable {
    private static final ValueLayout.OfLong TAG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private static final int CHUNK_SIZE_BYTES = 1 << 16;

    private final TagSetHeader header;
    private final MemorySegment entries;
    private final Arena arena;

    private TagSet(TagSetHeader header, MemorySegment entries, Arena arena) {
        this.header = header;
        this.entries = entries;
        this.arena = arena;
    }

    /// Throws TAG_SET_REFUSED when the file is not exactly one whole tag set.
    @SuppressWarnings("MustBeClosedChecker") // the set closes its arena
    public static TagSet open(Path file) throws IOException {
        Arena arena = Arena.ofShared();
        boolean opened = false;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            TagSet set = of(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena), arena);
            opened = true;
            return set;
        } finally {
            if (!opened) {
                arena.close();
            }
        }
    }

    /// The same, from memory.
    public static TagSet of(byte[] file) {
        Arena unowned = Arena.ofAuto();
        return of(MemorySegment.ofArray(file.clone()).asReadOnly(), unowned);
    }

    /// Copies exactly one tag set from a stream into a new file and opens it. The header decides, before anything
    /// large is read, how much may follow; a longer, shorter or false set is refused and its file removed.
    public static TagSet receive(InputStream in, Path file) throws IOException {
        byte[] prefix = in.readNBytes(TagSetHeader.PREFIX_SIZE_BYTES);
        byte[] fields = in.readNBytes(TagSetHeader.fieldsSizeBytes(prefix));
        byte[] head = Arrays.copyOf(prefix, prefix.length + fields.length);
        System.arraycopy(fields, 0, head, prefix.length, fields.length);
        TagSetHeader header = TagSetHeader.parse(head);
        Files.createFile(file);
        boolean received = false;
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                out.write(head);
                copy(in, out, header.sizeBytes() - head.length);
            }
            TagSetHeader.requireThat(in.read() < 0, "size", "longer");
            TagSet set = open(file);
            received = true;
            return set;
        } finally {
            if (!received) {
                Files.deleteIfExists(file);
            }
        }
    }

    public TagSetHeader header() {
        return header;
    }

    /// Looks all four slots of one output up, and opens what is there: four derivations and four binary searches,
    /// about 10 µs.
    public Found search(PrfOutputs outputs, int index) {
        List<Label> labels = new ArrayList<>(TagLimits.SLOT_COUNT);
        int unopenedCount = 0;
        for (int number = 0; number < TagLimits.SLOT_COUNT; number++) {
            Slot slot = new Slot(outputs, index, number);
            long entry = entryOf(slot.tag());
            if (entry >= 0) {
                int before = labels.size();
                slot.open(header.setId(), sealedLabel(entry)).ifPresent(labels::add);
                unopenedCount += labels.size() == before ? 1 : 0;
            }
        }
        return new Found(List.copyOf(labels), unopenedCount);
    }

    @Override
    public void close() {
        if (arena.scope().isAlive() && entries.isMapped()) {
            arena.close();
        }
    }

    /// What a search found.
    ///
    /// @param labels those of the records under the value, in the order of their slots; empty when it is not known
    /// @param unopenedCount tags that stand in the set with a label sealed for something else. Chance gives one in
    ///     2^38 searches of the largest set, so a peer that shows some has made its set badly or in bad faith.
    public record Found(List<Label> labels, int unopenedCount) {
        public boolean isKnown() {
            return !labels.isEmpty();
        }
    }

    private static TagSet of(MemorySegment file, Arena arena) {
        byte[] prefix = bytes(file, 0, TagSetHeader.PREFIX_SIZE_BYTES);
        long headerSizeBytes = prefix.length + (long) TagSetHeader.fieldsSizeBytes(prefix);
        TagSetHeader header = TagSetHeader.parse(bytes(file, 0, headerSizeBytes));
        TagSetHeader.requireThat(file.byteSize() == header.sizeBytes(), "size", file.byteSize());
        MemorySegment entries = file.asSlice(headerSizeBytes);
        requireHash(header, entries);
        TagSet set = new TagSet(header, entries, arena);
        for (int entry = 1; entry < header.entryCount(); entry++) {
            boolean ascending = Long.compareUnsigned(set.tag(entry - 1L), set.tag(entry)) < 0;
            TagSetHeader.requireThat(ascending, "order", entry);
        }
        return set;
    }

    private static void requireHash(TagSetHeader header, MemorySegment entries) {
        MessageDigest digest = TagSetHeader.digest();
        digest.update(header.hashedPart());
        byte[] chunk = new byte[CHUNK_SIZE_BYTES];
        for (long offset = 0; offset < entries.byteSize(); offset += chunk.length) {
            int length = (int) Math.min(chunk.length, entries.byteSize() - offset);
            MemorySegment.copy(entries, JAVA_BYTE, offset, chunk, 0, length);
            digest.update(chunk, 0, length);
        }
        boolean equal = MessageDigest.isEqual(digest.digest(), header.sha256().toByteArray());
        TagSetHeader.requireThat(equal, "hash", "differs");
    }

    private static void copy(InputStream in, OutputStream out, long sizeBytes) throws IOException {
        long left = sizeBytes;
        while (left > 0) {
            byte[] chunk = in.readNBytes((int) Math.min(left, CHUNK_SIZE_BYTES));
            TagSetHeader.requireThat(chunk.length > 0, "size", "shorter");
            out.write(chunk);
            left -= chunk.length;
        }
    }

    private static byte[] bytes(MemorySegment file, long offset, long length) {
        TagSetHeader.requireThat(file.byteSize() - offset >= length, "size", file.byteSize());
        return file.asSlice(offset, length).toArray(JAVA_BYTE);
    }

    /// The entry with this tag, or -1.
    private long entryOf(long tag) {
        long low = 0;
        long high = header.entryCount() - 1L;
        while (low <= high) {
            long middle = (low + high) >>> 1;
            int order = Long.compareUnsigned(tag(middle), tag);
            if (order == 0) {
                return middle;
            } else if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private long tag(long entry) {
        return entries.get(TAG, entry * TagSetHeader.ENTRY_SIZE_BYTES);
    }

    private byte[] sealedLabel(long entry) {
        long offset = entry * TagSetHeader.ENTRY_SIZE_BYTES + Slot.TAG_SIZE_BYTES;
        return bytes(entries, offset, Slot.SEALED_SIZE_BYTES);
    }
}
