package org.entente.ledger.log;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.entente.ledger.Hash;
import org.entente.ledger.merkle.Merkle;
import org.entente.ledger.merkle.Tile;
import org.entente.ledger.merkle.TileHashes.TileReader;

/// The right edge of a tree: per level the hashes of the tile that is not yet full. Enough to append and to know the
/// root; at most 255 hashes a level.
final class TreeTail {
    private final List<List<Hash>> levels = new ArrayList<>();
    private long size;

    /// The edge of the tree with `size` leaves, from its partial tiles.
    static TreeTail load(TileReader reader, long size) {
        TreeTail tail = new TreeTail();
        tail.size = size;
        for (int level = 0; Tile.hashesAt(level, size) > 0; level++) {
            long hashes = Tile.hashesAt(level, size);
            int width = (int) (hashes % Tile.WIDTH);
            tail.levels.add(
                    width == 0
                            ? new ArrayList<>()
                            : new ArrayList<>(reader.read(new Tile(level, hashes / Tile.WIDTH, width))
                                    .subList(0, width)));
        }
        return tail;
    }

    long size() {
        return size;
    }

    /// Adds a leaf; `onFull` receives every tile this fills, lowest level first.
    void append(Hash leafHash, BiConsumer<Tile, List<Hash>> onFull) {
        size++;
        Hash rising = leafHash;
        for (int level = 0; ; level++) {
            if (level == levels.size()) {
                levels.add(new ArrayList<>());
            }
            List<Hash> hashes = levels.get(level);
            hashes.add(rising);
            if (hashes.size() < Tile.WIDTH) {
                return;
            }
            long index = Tile.hashesAt(level, size) / Tile.WIDTH - 1;
            List<Hash> full = List.copyOf(hashes);
            onFull.accept(new Tile(level, index, Tile.WIDTH), full);
            hashes.clear();
            rising = Merkle.root(full);
        }
    }

    /// The hashes of the partial tile at this level.
    List<Hash> partial(int level) {
        return List.copyOf(levels.get(level));
    }

    int levels() {
        return levels.size();
    }

    Hash root() {
        if (size == 0) {
            return Merkle.EMPTY_ROOT;
        }
        List<Hash> rightToLeft = new ArrayList<>();
        for (List<Hash> hashes : levels) {
            int end = hashes.size();
            while (end > 0) {
                int start = end - Integer.lowestOneBit(end);
                rightToLeft.add(Merkle.root(hashes.subList(start, end)));
                end = start;
            }
        }
        Hash root = rightToLeft.getFirst();
        for (Hash left : rightToLeft.subList(1, rightToLeft.size())) {
            root = Merkle.nodeHash(left, root);
        }
        return root;
    }
}
