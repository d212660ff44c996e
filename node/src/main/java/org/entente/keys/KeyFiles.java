package org.entente.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The files `<role>/<qualifier>@<generation>` of a keys folder; mode 600 in folders of mode 700. What is created is on
/// disk, whole, under its name, or not there at all; what is destroyed was overwritten first.
record KeyFiles(Path root) {
    private static final char GENERATION_MARK = '@';

    /// The generations of a key, oldest first; empty if there is none.
    NavigableMap<Integer, Path> generations(KeyId id) throws IOException {
        var found = new TreeMap<Integer, Path>();
        Path folder = root.resolve(id.role().folder());
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder, id.qualifier() + GENERATION_MARK + "*")) {
                for (Path file : files) {
                    String name = String.valueOf(file.getFileName());
                    found.put(Integer.valueOf(name.substring(name.indexOf(GENERATION_MARK) + 1)), file);
                }
            }
        }
        return found;
    }

    SortedSet<String> qualifiers(KeyRole role) throws IOException {
        var found = new TreeSet<String>();
        Path folder = root.resolve(role.folder());
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder, "[!.]*" + GENERATION_MARK + "*")) {
                for (Path file : files) {
                    String name = String.valueOf(file.getFileName());
                    found.add(name.substring(0, name.indexOf(GENERATION_MARK)));
                }
            }
        }
        return found;
    }

    void create(KeyId id, int generation, byte[] content) throws IOException {
        Path folder = root.resolve(id.role().folder());
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        createNew(folder.resolve(id.qualifier() + GENERATION_MARK + generation), content);
    }

    byte[] read(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            return stream.readNBytes(Limits.KEY_FILE_BYTES);
        }
    }

    /// @throws FileAlreadyExistsException when there is such a file; it is left as it is
    static void createNew(Path file, byte[] content) throws IOException {
        Path filling = file.resolveSibling("." + file.getFileName() + ".new");
        Files.deleteIfExists(filling);
        Files.createFile(filling, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            writeThrough(filling, content);
            // A link, not a rename: it fails when the name is taken.
            Files.createLink(file, filling);
        } finally {
            Files.delete(filling);
        }
        force(file.resolveSibling(""));
    }

    static void destroy(Path file) throws IOException {
        var noise = new byte[(int) Math.min(Files.size(file), Limits.KEY_FILE_BYTES)];
        new SecureRandom().nextBytes(noise);
        writeThrough(file, noise);
        try {
            Files.delete(file);
        } catch (NoSuchFileException gone) {
            // Someone else destroyed it at the same moment; it was overwritten all the same.
        }
        force(file.resolveSibling(""));
    }

    private static void writeThrough(Path file, byte[] content) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /// The names in the folder survive a power cut too.
    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder.toAbsolutePath(), StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
