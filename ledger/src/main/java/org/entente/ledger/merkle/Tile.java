package org.entente.ledger.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.ledger.Fault;
import org.entente.ledger.Hash;
import org.entente.ledger.LedgerException;

/// The coordinates of a tile (C2SP tlog-tiles): `width` hashes, at `level`, from hash `index * 256` of that level on.
/// A hash of level L covers 256^L leaves. Level [#ENTRIES] names the bundle of entries under a level-0 tile.
public record Tile(int level, long index, int width) {
    /// Hashes in a full tile; 2^8.
    public static final int WIDTH = 256;

    public static final int HEIGHT = 8;
    /// The pseudo-level of entry bundles.
    public static final int ENTRIES = -1;

    private static final int TOP_LEVEL = 63;

    public Tile {
        boolean sound = level >= ENTRIES && level <= TOP_LEVEL && index >= 0 && width >= 1 && width <= WIDTH;
        if (!sound) {
            throw new LedgerException(Fault.OUT_OF_RANGE, "tile");
        }
    }

    public boolean isFull() {
        return width == WIDTH;
    }

    public Tile full() {
        return new Tile(level, index, WIDTH);
    }

    /// The path below the log's prefix, such as `tile/0/x001/234.p/17`.
    public String path() {
        return directory() + (isFull() ? "" : ".p/" + width);
    }

    /// The path without `.p/<width>`.
    public String directory() {
        StringBuilder digits = new StringBuilder(String.format(Locale.ROOT, "%03d", index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            digits.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
        }
        return "tile/" + (level == ENTRIES ? "entries" : Integer.toString(level)) + "/" + digits;
    }

    /// The hashes a level holds in a tree of `size` leaves: `floor(size / 256^level)`.
    public static long hashesAt(int level, long size) {
        int shift = HEIGHT * Math.max(level, 0);
        return shift >= Long.SIZE ? 0 : size >>> shift;
    }

    /// The tile with this index as it stands in a tree of `size` leaves; it must not be empty there.
    public static Tile at(int level, long index, long size) {
        return new Tile(level, index, (int) Math.min(WIDTH, hashesAt(level, size) - index * WIDTH));
    }

    /// Every tile, partial ones included, that a tree of `to` leaves has and a tree of `from` leaves has not; bundles
    /// first, then upwards.
    public static List<Tile> between(long from, long to) {
        List<Tile> tiles = new ArrayList<>();
        for (int level = ENTRIES; level <= TOP_LEVEL && hashesAt(level, to) > 0; level++) {
            long before = hashesAt(level, from);
            long after = hashesAt(level, to);
            for (long index = before / WIDTH; before < after && index * WIDTH < after; index++) {
                tiles.add(at(level, index, to));
            }
        }
        return tiles;
    }

    /// The hashes in a tile file.
    public List<Hash> hashes(byte[] bytes) {
        if (bytes.length != width * Hash.SIZE_BYTES) {
            throw new LedgerException(Fault.TILE_MALFORMED, path(), "size " + bytes.length);
        }
        List<Hash> hashes = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            hashes.add(Hash.of(bytes, i * Hash.SIZE_BYTES, Hash.SIZE_BYTES));
        }
        return hashes;
    }

    public static byte[] bytes(List<Hash> hashes) {
        byte[] bytes = new byte[hashes.size() * Hash.SIZE_BYTES];
        for (int i = 0; i < hashes.size(); i++) {
            hashes.get(i).copyTo(bytes, i * Hash.SIZE_BYTES);
        }
        return bytes;
    }
}
