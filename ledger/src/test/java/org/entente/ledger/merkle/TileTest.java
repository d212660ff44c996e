package org.entente.ledger.merkle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.entente.ledger.Hash;
import org.entente.ledger.LedgerException;
import org.entente.ledger.Octets;
import org.entente.ledger.SharedData;
import org.entente.ledger.checkpoint.Checkpoint;
import org.entente.ledger.checkpoint.SignedCheckpoint;
import org.entente.ledger.note.Opening;
import org.entente.ledger.note.VerifierKey;
import org.junit.jupiter.api.Test;

class TileTest {
    @Test
    void pathsAreThoseOfTheSpecification() {
        assertEquals("tile/0/x001/x234/067", new Tile(0, 1234067, 256).path());
        assertEquals("tile/entries/000.p/17", new Tile(Tile.ENTRIES, 0, 17).path());
        assertEquals("tile/2/x001/000", new Tile(2, 1000, 256).path());
    }

    /// "A tree of size 70,000 will be represented by 273 full level 0 tiles, one partial level 0 tile of width 112,
    /// one full level 1 tile, one partial level 1 tile of width 17, and one partial level 2 tile of width 1."
    @Test
    void aTreeOf70000HasTheTilesOfTheSpecification() {
        List<Tile> tiles = Tile.between(0, 70_000);
        assertEquals(273, count(tiles, 0, 256));
        assertEquals(1, count(tiles, 0, 112));
        assertEquals(1, count(tiles, 1, 256));
        assertEquals(1, count(tiles, 1, 17));
        assertEquals(1, count(tiles, 2, 1));
        assertEquals(274, count(tiles, Tile.ENTRIES, 256) + count(tiles, Tile.ENTRIES, 112));
        assertEquals(
                Set.of(new Tile(-1, 0, 256), new Tile(0, 0, 256), new Tile(1, 0, 1)), Set.copyOf(Tile.between(0, 256)));
    }

    @Test
    void growingStepByStepNeedsTheSameFullTilesAsGrowingAtOnce() {
        long seed = 20261123L;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 50; round++) {
            Set<Tile> stepwise = new HashSet<>();
            long size = 0;
            while (size < 70_000) {
                long next = Math.min(70_000, size + 1 + random.nextInt(5_000));
                stepwise.addAll(Tile.between(size, next));
                size = next;
            }
            assertTrue(stepwise.containsAll(Tile.between(0, 70_000)), "seed " + seed);
        }
    }

    @Test
    void bundlesKeepTheirBytesAndNothingMayFollow() {
        List<Octets> entries = List.of(Octets.utf8(""), Octets.utf8("a"), Octets.of(new byte[65_535]));
        byte[] bytes = EntryBundle.bytes(entries);
        assertEquals(entries, EntryBundle.entries(bytes, 3));
        assertThrows(LedgerException.class, () -> EntryBundle.entries(bytes, 2));
        assertThrows(LedgerException.class, () -> EntryBundle.entries(bytes, 4));
    }

    @Test
    void tesserasLogIsRecomputedAtEverySize() {
        VerifierKey key =
                VerifierKey.parse("example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx");
        String log = "tessera/testdata/log/";
        List<Hash> roots = new ArrayList<>();
        for (int size = 0; size <= 15; size++) {
            SignedCheckpoint signed = SignedCheckpoint.parse(SharedData.bytes(log + "checkpoint." + size));
            assertInstanceOf(Opening.Opened.class, signed.note().open(List.of(key)));
            Checkpoint checkpoint = signed.checkpoint();
            assertEquals(size, checkpoint.size());
            roots.add(checkpoint.root());
            if (size > 0) {
                Tile bundle = new Tile(Tile.ENTRIES, 0, size);
                byte[] stored = SharedData.bytes(log + bundle.path());
                List<Octets> entries = EntryBundle.entries(stored, size);
                assertArrayEquals(stored, EntryBundle.bytes(entries));
                List<Hash> leaves = entries.stream()
                        .map(entry -> Merkle.leafHash(entry.toArray()))
                        .toList();
                Tile tile = new Tile(0, 0, size);
                assertEquals(leaves, tile.hashes(SharedData.bytes(log + tile.path())));
            }
            assertEquals(checkpoint.root(), Merkle.root(source(log, size), size));
            for (int old = 1; old <= size; old++) {
                assertTrue(ConsistencyProof.of(source(log, size), old, size).links(roots.get(old), roots.get(size)));
            }
        }
    }

    @Test
    void sunlightsTreeOf300HasTheRootItsWitnessSaw() {
        String mirror = "sunlight/cmd/skylight/testdata/witness/mirror/"
                + "000de184301123b9278c086a7d9f68c9577e83872224c197058fd90784ea9706/";
        Checkpoint checkpoint =
                SignedCheckpoint.parse(SharedData.bytes(mirror + "checkpoint")).checkpoint();
        List<Hash> leaves = new ArrayList<>();
        for (Tile tile : List.of(new Tile(0, 0, 256), new Tile(0, 1, 44))) {
            leaves.addAll(tile.hashes(SharedData.bytes(mirror + tile.path())));
        }
        assertEquals(300, checkpoint.size());
        assertEquals(checkpoint.root(), Merkle.root(leaves));
        assertEquals(checkpoint.root(), Merkle.root(source(mirror, 300), 300));
    }

    private static HashSource source(String log, long size) {
        return new TileHashes(tile -> tile.hashes(SharedData.bytes(log + tile.path())), size);
    }

    private static long count(List<Tile> tiles, int level, int width) {
        return tiles.stream()
                .filter(tile -> tile.level() == level && tile.width() == width)
                .count();
    }
}
