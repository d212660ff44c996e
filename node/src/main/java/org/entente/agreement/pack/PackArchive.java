package org.entente.agreement.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.agreement.AgreementCode;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;

/// The packs a node keeps, each in a folder named by its hash, whole or not at all. What is kept stays: a request lives
/// under the version it was made in.
public final class PackArchive {
    private static final String HASH = "[0-9a-f]{64}";
    /// Before the name of a folder that is being written; one that a dead process left is swept.
    private static final String PART = "part-";

    private final Path folder;

    public PackArchive(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            for (Path left : list(PART + ".*")) {
                delete(left);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        }
    }

    /// Keeps a pack; when this returns it is on the disk. One that is kept already is only read again.
    ///
    /// @throws EntenteException PACK_NOT_WHOLE if what is kept under the hash is something else
    public synchronized void keep(PackFiles files) {
        Path place = place(files.hash());
        if (Files.exists(place)) {
            read(files.hash());
            return;
        }
        try {
            Path part = Files.createTempDirectory(folder, PART);
            for (Map.Entry<String, Bytes> file : files.files().entrySet()) {
                write(part.resolve(file.getKey()), file.getValue());
            }
            sync(part);
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
            sync(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(place.toString(), e);
        }
    }

    /// @throws EntenteException PACK_FILE_MISSING; PACK_NOT_WHOLE if its files have another hash
    public PackFiles read(Bytes hash) {
        PackFiles files = PackFiles.read(place(hash));
        if (!files.hash().equals(hash)) {
            throw new EntenteException(AgreementCode.PACK_NOT_WHOLE, hash.hex());
        }
        return files;
    }

    /// The hashes of all that is kept, in their order.
    public List<Bytes> hashes() {
        try {
            return list(HASH).stream()
                    .map(path -> Bytes.fromHex(path.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        }
    }

    private Path place(Bytes hash) {
        return folder.resolve(hash.hex());
    }

    private List<Path> list(String name) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.getFileName().toString().matches(name))
                    .sorted()
                    .toList();
        }
    }

    private static void delete(Path part) throws IOException {
        try (Stream<Path> files = Files.list(part)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(part);
    }

    private static void write(Path file, Bytes bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes.toArray());
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /// A folder's names are on the disk once the folder itself is.
    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
