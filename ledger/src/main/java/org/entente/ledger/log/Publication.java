package org.entente.ledger.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.ledger.Fault;
import org.entente.ledger.Hash;
import org.entente.ledger.LedgerException;
import org.entente.ledger.Limits;
import org.entente.ledger.Octets;
import org.entente.ledger.merkle.EntryBundle;
import org.entente.ledger.merkle.HashSource;
import org.entente.ledger.merkle.Merkle;
import org.entente.ledger.merkle.Tile;
import org.entente.ledger.merkle.TileHashes;

/// From durable entries to tiles: holds the entries of the last, partial bundle and all unsigned ones in memory,
/// writes their tiles, and reads them back before anything is signed.
final class Publication {
    private final TileStore store;
    private final TreeTail tail;
    private final List<Octets> recent;
    private long recentFrom;
    private final Map<Tile, List<Hash>> filled = new LinkedHashMap<>();
    private long writtenSize;
    private int unsignedBytes;

    private Publication(TileStore store, TreeTail tail, List<Octets> recent) {
        this.store = store;
        this.tail = tail;
        this.recent = new ArrayList<>(recent);
        this.recentFrom = tail.size() - recent.size();
        this.writtenSize = tail.size();
    }

    /// The state after `signed`, whose tiles must hash to its root.
    static Publication load(TileStore store, SignedState signed) throws IOException {
        TreeTail tail = TreeTail.load(store.uncached(), signed.size());
        Hash stored = Merkle.root(new TileHashes(store.uncached(), signed.size()), signed.size());
        if (!tail.root().equals(signed.root()) || !stored.equals(signed.root())) {
            throw new LedgerException(Fault.TREE_CORRUPT, "size " + signed.size());
        }
        int width = (int) (signed.size() % Tile.WIDTH);
        List<Octets> recent =
                width == 0 ? List.of() : store.bundle(new Tile(Tile.ENTRIES, signed.size() / Tile.WIDTH, width));
        if (width != 0 && !leafHashes(recent).equals(tail.partial(0))) {
            throw new LedgerException(Fault.TREE_CORRUPT, "entries at size " + signed.size());
        }
        return new Publication(store, tail, recent);
    }

    TreeTail tail() {
        return tail;
    }

    void accept(Octets entry) {
        recent.add(entry);
        unsignedBytes += entry.sizeBytes();
        tail.append(Merkle.leafHash(entry.toArray()), filled::put);
    }

    boolean isBacklogged() {
        return tail.size() - writtenSize >= Limits.UNSIGNED_ENTRIES || unsignedBytes >= Limits.UNSIGNED_BYTES;
    }

    Octets entry(long index) throws IOException {
        if (index < 0 || index >= tail.size()) {
            throw new LedgerException(Fault.OUT_OF_RANGE, "index " + index, "size " + tail.size());
        }
        if (index >= recentFrom) {
            return recent.get((int) (index - recentFrom));
        }
        Tile bundle = new Tile(Tile.ENTRIES, index / Tile.WIDTH, Tile.WIDTH);
        Octets entry = store.bundle(bundle).get((int) (index % Tile.WIDTH));
        Hash leaf = new TileHashes(store.cached(), writtenSize).subtree(0, index);
        if (!Merkle.leafHash(entry.toArray()).equals(leaf)) {
            throw new LedgerException(Fault.TREE_CORRUPT, "entry " + index);
        }
        return entry;
    }

    HashSource hashes(long size) {
        return new TileHashes(store.cached(), size);
    }

    /// Writes every tile and bundle that changed since the tree had `from` leaves.
    void write(long from) throws IOException {
        for (Tile tile : Tile.between(from, tail.size())) {
            store.write(tile, tile.level() == Tile.ENTRIES ? bundleBytes(tile) : Tile.bytes(hashesOf(tile)));
        }
    }

    /// Reads back what [#write] wrote and hashes it anew, with other buffers and digests, up to the root.
    void requireSameOnDisk(long from, Hash root) throws IOException {
        long size = tail.size();
        for (Tile tile : Tile.between(from, size)) {
            if (tile.level() == Tile.ENTRIES) {
                List<Hash> leaves = store.uncached().read(new Tile(0, tile.index(), tile.width()));
                require(leafHashes(store.bundle(tile)).equals(leaves), tile);
            } else if (tile.isFull()) {
                Hash above =
                        new TileHashes(store.uncached(), size).subtree(Tile.HEIGHT * (tile.level() + 1), tile.index());
                require(Merkle.root(store.uncached().read(tile)).equals(above), tile);
            }
        }
        if (!Merkle.root(new TileHashes(store.uncached(), size), size).equals(root)) {
            throw new LedgerException(Fault.TREE_CORRUPT, "root at " + size);
        }
        forgetWritten();
    }

    void dropPartials(long from, long to) throws IOException {
        store.dropPartials(from, to);
    }

    private void forgetWritten() {
        int done = (int) (tail.size() / Tile.WIDTH * Tile.WIDTH - recentFrom);
        recent.subList(0, done).clear();
        recentFrom += done;
        filled.clear();
        writtenSize = tail.size();
        unsignedBytes = 0;
    }

    private byte[] bundleBytes(Tile tile) {
        int start = (int) (tile.index() * Tile.WIDTH - recentFrom);
        return EntryBundle.bytes(recent.subList(start, start + tile.width()));
    }

    private List<Hash> hashesOf(Tile tile) {
        List<Hash> full = filled.get(tile);
        return full != null ? full : tail.partial(tile.level());
    }

    private static List<Hash> leafHashes(List<Octets> entries) {
        return entries.stream().map(entry -> Merkle.leafHash(entry.toArray())).toList();
    }

    private static void require(boolean same, Tile tile) {
        if (!same) {
            throw new LedgerException(Fault.TREE_CORRUPT, tile.path());
        }
    }
}
