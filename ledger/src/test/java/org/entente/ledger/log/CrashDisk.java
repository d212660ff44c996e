package org.entente.ledger.log;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// A disk in memory that fails its n-th change and, at a power cut, keeps of unforced changes only what chance wants:
/// file contents fall back sector by sector, directory changes fall back in reverse order from some point on.
final class CrashDisk implements Disk {
    private static final int SECTOR_BYTES = 512;

    private final Map<Path, Content> names = new TreeMap<>();
    private final Map<Path, Content> durableNames = new TreeMap<>();
    private int changesLeft = Integer.MAX_VALUE;
    private boolean broken;
    private int changes;
    private boolean locked;

    private static final class Content {
        private byte[] bytes = new byte[0];
        private byte[] forced = new byte[0];
        private boolean isDirectory;
    }

    CrashDisk() {
        directory(Path.of("/"));
    }

    /// After this many more changes every further one fails.
    void failAfter(int count) {
        changesLeft = count;
    }

    int changes() {
        return changes;
    }

    /// What a machine finds after the power came back.
    CrashDisk powerCut(RandomGenerator random) {
        CrashDisk after = new CrashDisk();
        boolean keepNames = random.nextBoolean();
        Map<Path, Content> surviving = keepNames ? names : durableNames;
        Map<Content, Content> copies = new HashMap<>();
        surviving.forEach((path, content) -> {
            Content copy = copies.computeIfAbsent(content, c -> survivor(c, random));
            after.names.put(path, copy);
            after.durableNames.put(path, copy);
        });
        return after;
    }

    private static Content survivor(Content content, RandomGenerator random) {
        Content copy = new Content();
        copy.isDirectory = content.isDirectory;
        int mode = random.nextInt(3);
        byte[] bytes = (mode == 0 ? content.forced : content.bytes).clone();
        if (mode == 2) {
            int sizeBytes = content.forced.length
                    + (content.bytes.length > content.forced.length
                            ? random.nextInt(content.bytes.length - content.forced.length + 1)
                            : 0);
            bytes = Arrays.copyOf(content.bytes, Math.min(sizeBytes, Math.max(content.bytes.length, 0)));
            for (int at = 0; at < bytes.length; at += SECTOR_BYTES) {
                if (random.nextBoolean()) {
                    int end = Math.min(bytes.length, at + SECTOR_BYTES);
                    for (int i = at; i < end; i++) {
                        bytes[i] = i < content.forced.length ? content.forced[i] : 0;
                    }
                }
            }
        }
        copy.bytes = bytes;
        copy.forced = bytes.clone();
        return copy;
    }

    private void change() throws IOException {
        changes++;
        if (broken || changesLeft-- <= 0) {
            broken = true;
            throw new IOException("injected");
        }
    }

    private void directory(Path path) {
        Content content = new Content();
        content.isDirectory = true;
        names.put(path, content);
        durableNames.put(path, content);
    }

    @Override
    public DiskFile open(Path path) throws IOException {
        if (!names.containsKey(path)) {
            change();
            names.put(path, new Content());
        }
        return new CrashFile(content(path));
    }

    @Override
    public boolean exists(Path path) {
        return names.containsKey(path);
    }

    @Override
    public List<Path> list(Path directory) {
        List<Path> children = new ArrayList<>();
        for (Path path : names.keySet()) {
            if (directory.equals(path.getParent())) {
                children.add(path);
            }
        }
        return children;
    }

    @Override
    public void createDirectory(Path directory) throws IOException {
        if (!names.containsKey(directory)) {
            change();
            Content content = new Content();
            content.isDirectory = true;
            names.put(directory, content);
        }
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        change();
        Content content = content(from);
        names.remove(from);
        names.put(to, content);
    }

    @Override
    public void delete(Path path) throws IOException {
        if (!list(path).isEmpty()) {
            throw new IOException("directory not empty");
        }
        if (names.containsKey(path)) {
            change();
            names.remove(path);
        }
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        change();
        durableNames.keySet().removeIf(path -> directory.equals(path.getParent()));
        names.forEach((path, content) -> {
            if (directory.equals(path.getParent())) {
                durableNames.put(path, content);
            }
        });
        durableNames.keySet().removeIf(path -> path.getParent() != null && !hasAncestors(path));
    }

    private boolean hasAncestors(Path path) {
        for (Path parent = path.getParent(); parent != null; parent = parent.getParent()) {
            if (!durableNames.containsKey(parent)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Closeable lock(Path path) {
        if (locked) {
            throw new org.entente.ledger.LedgerException(org.entente.ledger.Fault.LOG_LOCKED);
        }
        locked = true;
        return () -> locked = false;
    }

    /// The stored bytes themselves, to be damaged by a test.
    byte[] bytes(Path path) throws IOException {
        return content(path).bytes;
    }

    List<Path> files() {
        return names.entrySet().stream()
                .filter(entry -> !entry.getValue().isDirectory)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Content content(Path path) throws IOException {
        Content content = names.get(path);
        if (content == null) {
            throw new IOException("no such file");
        }
        return content;
    }

    private final class CrashFile implements DiskFile {
        private final Content content;

        private CrashFile(Content content) {
            this.content = content;
        }

        @Override
        public long sizeBytes() {
            return content.bytes.length;
        }

        @Override
        public void read(ByteBuffer target, long position) throws IOException {
            if (position + target.remaining() > content.bytes.length) {
                throw new EOFException("short file");
            }
            target.put(content.bytes, (int) position, target.remaining());
        }

        @Override
        public void write(ByteBuffer source, long position) throws IOException {
            boolean failing = false;
            try {
                change();
            } catch (IOException e) {
                failing = true;
            }
            int sizeBytes = failing ? source.remaining() / 2 : source.remaining();
            byte[] grown = Arrays.copyOf(content.bytes, Math.max(content.bytes.length, (int) position + sizeBytes));
            source.get(grown, (int) position, sizeBytes);
            content.bytes = grown;
            if (failing) {
                throw new IOException("injected");
            }
        }

        @Override
        public void truncate(long sizeBytes) throws IOException {
            change();
            content.bytes = Arrays.copyOf(content.bytes, (int) sizeBytes);
        }

        @Override
        public void force() throws IOException {
            change();
            content.forced = content.bytes.clone();
        }

        @Override
        public void close() {}
    }
}
