package org.entente.ledger.merkle;

import java.util.List;
import org.entente.ledger.Hash;

/// A [HashSource] over tiles: the eight tree levels inside a tile are hashed anew from its bottom row.
public final class TileHashes implements HashSource {
    private final TileReader reader;
    private final long size;

    /// Subtrees of the tree with `size` leaves.
    public TileHashes(TileReader reader, long size) {
        this.reader = reader;
        this.size = size;
    }

    /// Gives the hashes of a tile; it may give more of them than the tile's width.
    @FunctionalInterface
    public interface TileReader {
        List<Hash> read(Tile tile);
    }

    @Override
    public Hash subtree(int height, long index) {
        int level = height / Tile.HEIGHT;
        int rise = height % Tile.HEIGHT;
        long first = index << rise;
        List<Hash> hashes = reader.read(Tile.at(level, first / Tile.WIDTH, size));
        int from = (int) (first % Tile.WIDTH);
        return Merkle.root(hashes.subList(from, from + (1 << rise)));
    }
}
