package org.entente.ask;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The names in a ZIP file, read from its directory (APPNOTE 6.3.10, sections 4.3.12 and 4.3.16). Nothing is unpacked.
///
/// @param whole false if bytes stand before, between or behind that the directory does not account for, or a name twice
record ZipDirectory(List<Entry> entries, boolean whole) {
    private static final int END_BYTES = 22;
    private static final int COMMENT_BYTES_MAX = 65_535;
    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final int FLAG_ENCRYPTED = 1;
    /// A workbook with a chart on each of 200 sheets has about 1,500.
    private static final int ENTRIES_MAX = 10_000;

    private static final int DIRECTORY_BYTES_MAX = 4 << 20;

    ZipDirectory {
        entries = List.copyOf(entries);
    }

    record Entry(String name, boolean encrypted, boolean stored, long position) {
        String lower() {
            return name.toLowerCase(Locale.ROOT);
        }
    }

    boolean has(String name) {
        return entries.stream().anyMatch(entry -> entry.name().equals(name));
    }

    /// Whether a file ends as a ZIP file does; any other kind that does is two kinds at once.
    static boolean ends(FileScan.Content content) {
        return end(content) >= 0;
    }

    /// Empty if it is no ZIP file, or one of a size that no office file has.
    static Optional<ZipDirectory> read(FileScan.Content content) {
        long end = end(content);
        if (end < 0) {
            return Optional.empty();
        }
        ByteBuffer record = little(content.at(end, END_BYTES));
        int count = Short.toUnsignedInt(record.getShort(10));
        long length = Integer.toUnsignedLong(record.getInt(12));
        long start = Integer.toUnsignedLong(record.getInt(16));
        if (count > ENTRIES_MAX || length > DIRECTORY_BYTES_MAX || start + length > end) {
            return Optional.empty();
        }
        ByteBuffer directory = little(content.at(start, (int) length));
        List<Entry> entries = new ArrayList<>();
        while (directory.remaining() >= ENTRY_BYTES && directory.getInt(directory.position()) == ENTRY) {
            int at = directory.position();
            int nameBytes = Short.toUnsignedInt(directory.getShort(at + 28));
            int more =
                    Short.toUnsignedInt(directory.getShort(at + 30)) + Short.toUnsignedInt(directory.getShort(at + 32));
            if (directory.remaining() < ENTRY_BYTES + nameBytes + more) {
                return Optional.empty();
            }
            byte[] name = new byte[nameBytes];
            directory.get(at + ENTRY_BYTES, name);
            entries.add(new Entry(
                    new String(name, StandardCharsets.UTF_8),
                    (directory.getShort(at + 8) & FLAG_ENCRYPTED) != 0,
                    directory.getShort(at + 10) == 0,
                    Integer.toUnsignedLong(directory.getInt(at + 42))));
            directory.position(at + ENTRY_BYTES + nameBytes + more);
        }
        Set<String> names = new HashSet<>();
        boolean unique = entries.stream().allMatch(entry -> names.add(entry.lower()));
        boolean first = entries.stream().anyMatch(entry -> entry.position() == 0);
        boolean whole =
                unique && first && !directory.hasRemaining() && entries.size() == count && start + length == end;
        return Optional.of(new ZipDirectory(entries, whole));
    }

    /// Where the record at its end begins; -1 if there is none whose comment reaches to the end of the file.
    private static long end(FileScan.Content content) {
        long from = Math.max(0, content.sizeBytes() - END_BYTES - COMMENT_BYTES_MAX);
        ByteBuffer tail = little(content.at(from, END_BYTES + COMMENT_BYTES_MAX));
        for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == END
                    && Short.toUnsignedInt(tail.getShort(at + 20)) == tail.limit() - at - END_BYTES) {
                return from + at;
            }
        }
        return -1;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
