package org.entente.exchange;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;

/// The files of a node's parcels, mode 600 in a folder of mode 700, none of them in clear: `<id>.part` while it grows,
/// `<id>.parcel` once it is whole and on disk, `<id>.hashes` beside either.
record ParcelFiles(Path folder) {
    private static final String PART = ".part";
    private static final String WHOLE = ".parcel";
    private static final String HASHES = ".hashes";
    private static final int ID_LENGTH = 32;

    void prepare() throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    Path part(ParcelId id) {
        return folder.resolve(id.hex() + PART);
    }

    Path whole(ParcelId id) {
        return folder.resolve(id.hex() + WHOLE);
    }

    boolean isWhole(ParcelId id) {
        return Files.isRegularFile(whole(id));
    }

    /// Open to grow; kept from an earlier try if there is one.
    FileChannel grow(ParcelId id) throws IOException {
        return FileChannel.open(
                part(id),
                Set.<OpenOption>of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    static void write(FileChannel out, long position, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            out.write(buffer, position + buffer.position());
        }
    }

    static byte[] read(FileChannel in, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (in.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException("the file ends before " + (position + length));
            }
        }
        return buffer.array();
    }

    /// What was grown and forced to disk is whole from here on.
    void complete(ParcelId id) throws IOException {
        Files.move(part(id), whole(id), StandardCopyOption.ATOMIC_MOVE);
        force();
    }

    /// Back to growing, for one that got its name and not its line in the table.
    void reopen(ParcelId id) throws IOException {
        Files.move(whole(id), part(id), StandardCopyOption.ATOMIC_MOVE);
    }

    void writeHashes(ParcelId id, byte[] list) throws IOException {
        Path filling = folder.resolve(id.hex() + HASHES + ".new");
        Files.deleteIfExists(filling);
        try (FileChannel out = FileChannel.open(
                filling,
                Set.<OpenOption>of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            write(out, 0, list);
            out.force(true);
        }
        Files.move(filling, folder.resolve(id.hex() + HASHES), StandardCopyOption.ATOMIC_MOVE);
        force();
    }

    /// Empty if the list is not here yet.
    byte[] hashes(ParcelId id) throws IOException {
        Path file = folder.resolve(id.hex() + HASHES);
        return Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
    }

    /// How much of it is here, sealed.
    long grownBytes(ParcelId id) throws IOException {
        return Files.isRegularFile(part(id)) ? Files.size(part(id)) : 0;
    }

    void delete(ParcelId id) throws IOException {
        for (String ending : Set.of(PART, WHOLE, HASHES, HASHES + ".new")) {
            Files.deleteIfExists(folder.resolve(id.hex() + ending));
        }
    }

    Set<ParcelId> all() throws IOException {
        Set<ParcelId> found = new HashSet<>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    String name = String.valueOf(file.getFileName());
                    if (name.matches("[0-9a-f]{" + ID_LENGTH + "}\\..*")) {
                        found.add(new ParcelId(name.substring(0, ID_LENGTH)));
                    }
                }
            }
        }
        return found;
    }

    /// Whether so many bytes more leave the rest of the node its reserve.
    boolean hasSpace(long bytes) throws IOException {
        return Files.getFileStore(folder).getUsableSpace() - bytes >= Limits.SPACE_RESERVE_BYTES;
    }

    private void force() throws IOException {
        try (FileChannel names = FileChannel.open(folder.toAbsolutePath(), StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
