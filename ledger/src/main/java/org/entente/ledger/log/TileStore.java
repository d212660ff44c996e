package org.entente.ledger.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.ledger.Hash;
import org.entente.ledger.Limits;
import org.entente.ledger.Octets;
import org.entente.ledger.merkle.EntryBundle;
import org.entente.ledger.merkle.Tile;
import org.entente.ledger.merkle.TileHashes.TileReader;

/// Tiles and entry bundles as files. A tile of given coordinates never changes, so a small cache needs no care.
final class TileStore {
    private static final int BUNDLE_BYTES = Tile.WIDTH * (Short.BYTES + Limits.ENTRY_BYTES);

    private final LogFiles files;
    private final Map<Tile, List<Hash>> cache = new LinkedHashMap<>(16, 0.75f, true);

    TileStore(LogFiles files) {
        this.files = files;
    }

    /// Reads through the cache; an I/O error comes as `UncheckedIOException`.
    TileReader cached() {
        return tile -> {
            List<Hash> known = cache.get(tile);
            if (known != null) {
                return known;
            }
            List<Hash> read = read(tile);
            cache.put(tile, read);
            if (cache.size() > Limits.CACHED_TILES) {
                cache.remove(cache.keySet().iterator().next());
            }
            return read;
        };
    }

    /// Reads the file every time.
    TileReader uncached() {
        return this::read;
    }

    List<Octets> bundle(Tile bundle) throws IOException {
        return EntryBundle.entries(bytes(bundle, BUNDLE_BYTES), bundle.width());
    }

    void write(Tile tile, byte[] bytes) throws IOException {
        files.publish(files.root().resolve(tile.path()), bytes);
    }

    /// Drops the partial files of every tile that became full between these sizes.
    void dropPartials(long from, long to) throws IOException {
        for (Tile tile : Tile.between(from, to)) {
            Path partials = files.root().resolve(tile.full().path() + ".p");
            if (tile.isFull() && files.disk().exists(partials)) {
                files.deleteTree(partials);
                files.disk().forceDirectory(LogFiles.parentOf(partials));
            }
        }
    }

    private List<Hash> read(Tile tile) {
        try {
            return tile.hashes(bytes(tile, Tile.WIDTH * Hash.SIZE_BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes(Tile tile, int limitBytes) throws IOException {
        return files.read(files.root().resolve(tile.path()), limitBytes);
    }
}
