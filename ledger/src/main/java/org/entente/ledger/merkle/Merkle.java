package org.entente.ledger.merkle;

import java.security.MessageDigest;
import java.util.List;
import org.entente.ledger.Hash;

/// The tree hashes of RFC 6962, section 2.1, over SHA-256.
public final class Merkle {
    /// SHA-256 of the empty string.
    public static final Hash EMPTY_ROOT = Hash.sha256();

    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;

    private Merkle() {}

    public static Hash leafHash(byte[] entry) {
        return Hash.sha256(new byte[] {LEAF}, entry);
    }

    public static Hash nodeHash(Hash left, Hash right) {
        MessageDigest digest = Hash.newSha256();
        digest.update(NODE);
        left.update(digest);
        right.update(digest);
        return Hash.of(digest.digest());
    }

    /// The root over these leaf hashes.
    public static Hash root(List<Hash> leafHashes) {
        if (leafHashes.isEmpty()) {
            return EMPTY_ROOT;
        }
        return rangeHash((height, index) -> subtree(leafHashes, height, index), 0, leafHashes.size());
    }

    /// The root at `size`, 0 included.
    public static Hash root(HashSource source, long size) {
        return size == 0 ? EMPTY_ROOT : rangeHash(source, 0, size);
    }

    /// MTH(D[from:to]) for `from < to` where `from` is a multiple of the largest power of two below `to - from`.
    static Hash rangeHash(HashSource source, long from, long to) {
        long width = to - from;
        if (Long.bitCount(width) == 1) {
            int height = Long.numberOfTrailingZeros(width);
            return source.subtree(height, from >>> height);
        }
        long split = from + Long.highestOneBit(width);
        return nodeHash(rangeHash(source, from, split), rangeHash(source, split, to));
    }

    private static Hash subtree(List<Hash> leafHashes, int height, long index) {
        if (height == 0) {
            return leafHashes.get(Math.toIntExact(index));
        }
        return nodeHash(subtree(leafHashes, height - 1, 2 * index), subtree(leafHashes, height - 1, 2 * index + 1));
    }
}
