package org.entente.ledger.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.entente.ledger.Fault;
import org.entente.ledger.Hash;
import org.entente.ledger.Keys;
import org.entente.ledger.LedgerException;
import org.entente.ledger.Octets;
import org.entente.ledger.checkpoint.SignedCheckpoint;
import org.entente.ledger.checkpoint.TlogProof;
import org.entente.ledger.merkle.Merkle;
import org.entente.ledger.note.Cosignature;
import org.entente.ledger.note.Ed25519Key;
import org.entente.ledger.note.SignatureLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransparencyLogTest {
    private static final Ed25519Key LOG = Keys.log("a.example/log");
    private static final Ed25519Key WITNESS = Keys.witness("b.example/witness");

    @TempDir
    private Path directory;

    @Test
    void entriesStayAcrossRestartsAndProofsLeadToTheSignedRoot() {
        List<Hash> leaves = new ArrayList<>();
        SignedCheckpoint before = null;
        int next = 0;
        for (int batch : new int[] {1, 2, 250, 3, 300, 700, 1}) {
            try (TransparencyLog log = open()) {
                assertEquals(next, log.size());
                log.append(additions(next, batch));
                for (int i = next; i < next + batch; i++) {
                    leaves.add(Merkle.leafHash(entry(i).toArray()));
                }
                next += batch;
                SignedCheckpoint signed = log.sign();
                assertEquals(next, signed.checkpoint().size());
                assertEquals(Merkle.root(leaves), signed.checkpoint().root());
                if (before != null) {
                    assertTrue(log.consistencyProof(before.checkpoint().size(), next)
                            .links(
                                    before.checkpoint().root(),
                                    signed.checkpoint().root()));
                }
                for (int i = 0; i < next; i += 37) {
                    assertEquals(entry(i), log.entry(i));
                    assertTrue(log.inclusionProof(i, next)
                            .proves(leaves.get(i), signed.checkpoint().root()));
                    assertEquals(OptionalLong.of(i), log.indexOf(id(i)));
                }
                before = signed;
            }
            assertEquals(List.of(), LogCheck.fsck(directory));
        }
        assertFalse(Files.exists(directory.resolve("tile/0/000.p")));
        assertTrue(Files.exists(directory.resolve("tile/entries/000")));
    }

    @Test
    void theSameRequestKeepsItsFirstEntry() {
        try (TransparencyLog log = open()) {
            assertEquals(
                    List.of(new Placement(0, true), new Placement(1, true), new Placement(0, false)),
                    log.append(List.of(addition(0), addition(1), addition(0))));
            log.sign();
        }
        try (TransparencyLog log = open()) {
            Addition other = new Addition(id(1), Octets.utf8("other"));
            assertEquals(
                    List.of(new Placement(1, false), new Placement(2, true)), log.append(List.of(other, addition(2))));
            assertEquals(entry(1), log.entry(1));
        }
        try (TransparencyLog log = open()) {
            assertEquals(List.of(new Placement(2, false)), log.append(List.of(addition(2))));
            assertEquals(OptionalLong.empty(), log.indexOf(id(3)));
            assertEquals(3, log.size());
        }
    }

    @Test
    void oneLogHasOneOwner() {
        try (TransparencyLog log = open()) {
            LedgerException refused = assertThrows(LedgerException.class, this::open);
            assertEquals(Fault.LOG_LOCKED, refused.fault());
            assertEquals(0, log.size());
        }
        LedgerException other = assertThrows(
                LedgerException.class, () -> TransparencyLog.open(directory, Keys.log("c.example/log"), List.of()));
        assertEquals(Fault.ORIGIN_DIFFERS, other.fault());
        open().close();
    }

    @Test
    void cosignaturesAreKeptWithTheCheckpointTheyAreFor() {
        TlogProof proof;
        try (TransparencyLog log = open()) {
            log.append(additions(0, 3));
            SignedCheckpoint first = log.sign();
            assertEquals(Optional.empty(), log.proof(0));
            log.append(additions(3, 2));
            SignedCheckpoint second = log.sign();
            log.attach(first, List.of(cosign(first)));
            assertEquals(3, log.cosignedCheckpoint().orElseThrow().checkpoint().size());
            assertEquals(Optional.of(second), log.signedCheckpoint());
            assertEquals(Optional.empty(), log.proof(4));
            log.attach(second, List.of(cosign(second)));
            proof = log.proof(4).orElseThrow();
            SignatureLine forged =
                    new SignatureLine(WITNESS.key().name(), WITNESS.key().keyId(), Octets.of(new byte[72]));
            assertThrows(LedgerException.class, () -> log.attach(second, List.of(forged)));
            assertEquals(Optional.of(proof), log.proof(4));
        }
        try (TransparencyLog log = open()) {
            assertEquals(Optional.of(proof), log.proof(4));
            assertEquals(
                    2, log.signedCheckpoint().orElseThrow().note().signatures().size());
        }
        assertTrue(proof.inclusion()
                .proves(
                        Merkle.leafHash(entry(4).toArray()),
                        proof.signed().checkpoint().root()));
    }

    @Test
    void segmentsRotateAndLargeLogsStillFindTheirRequests() throws IOException {
        int batches = 12;
        byte[] big = new byte[20_000];
        try (TransparencyLog log = open()) {
            for (int batch = 0; batch < batches; batch++) {
                int from = batch * 100;
                log.append(IntStream.range(from, from + 100)
                        .mapToObj(i -> new Addition(id(i), Octets.of(big)))
                        .toList());
                log.sign();
            }
        }
        try (var segments = Files.list(directory.resolve("wal"))) {
            assertEquals(1, segments.count());
        }
        try (TransparencyLog log = open()) {
            assertEquals(1200, log.size());
            for (int i = 0; i < 1200; i += 111) {
                assertEquals(OptionalLong.of(i), log.indexOf(id(i)));
            }
        }
        assertEquals(List.of(), LogCheck.fsck(directory));
    }

    @Test
    void everyFlippedByteOnDiskIsFoundOrHarmless() throws IOException {
        CrashDisk disk = new CrashDisk();
        Path root = Path.of("/log");
        try (TransparencyLog log = TransparencyLog.open(disk, root, LOG, List.of(WITNESS.key()))) {
            log.append(additions(0, 5));
            log.sign();
            log.append(additions(5, 3));
            log.sign();
        }
        Set<String> missed = new HashSet<>();
        for (Path file : disk.files()) {
            String name = root.relativize(file).toString();
            // Older partial tiles are no part of the present tree; the register has a second slot.
            boolean counts = !name.contains(".p/5") && !name.startsWith("register") && !name.equals("lock");
            byte[] bytes = disk.bytes(file);
            for (int i = 0; counts && i < bytes.length; i++) {
                bytes[i] ^= 0x10;
                boolean found = !LogCheck.fsck(disk, root).isEmpty() || isRefused(disk, root);
                bytes[i] ^= 0x10;
                if (!found) {
                    missed.add(name + "@" + i);
                }
            }
        }
        assertEquals(Set.of(), missed);
    }

    private static boolean isRefused(CrashDisk disk, Path root) {
        try {
            TransparencyLog.open(disk, root, LOG, List.of(WITNESS.key())).close();
            return false;
        } catch (LedgerException e) {
            return true;
        }
    }

    @Test
    void aRegisterAheadOfItsDataIsRefused() throws IOException {
        try (TransparencyLog log = open()) {
            log.append(additions(0, 300));
            log.sign();
        }
        Path bundle = directory.resolve("tile/0/001.p/44");
        byte[] tile = Files.readAllBytes(bundle);
        Files.delete(bundle);
        assertEquals(
                Fault.REGISTER_AHEAD,
                assertThrows(LedgerException.class, this::open).fault());
        tile[3] ^= 1;
        Files.write(bundle, tile);
        assertEquals(
                Fault.TREE_CORRUPT,
                assertThrows(LedgerException.class, this::open).fault());
        tile[3] ^= 1;
        Files.write(bundle, tile);
        open().close();
        Files.delete(directory.resolve("register"));
        assertEquals(
                Fault.REGISTER_CORRUPT,
                assertThrows(LedgerException.class, this::open).fault());
    }

    @Test
    void aDamagedRecordWithSoundOnesBehindIsCorruptionAndATornTailIsCut() throws IOException {
        try (TransparencyLog log = open()) {
            log.append(additions(0, 1));
            log.append(additions(1, 1));
        }
        Path segment = directory.resolve("wal/0000000000000000000");
        byte[] sound = Files.readAllBytes(segment);
        byte[] damaged = sound.clone();
        damaged[30] ^= 1;
        Files.write(segment, damaged);
        assertEquals(
                Fault.WAL_CORRUPT,
                assertThrows(LedgerException.class, this::open).fault());
        for (int cut = 0; cut < sound.length; cut++) {
            Files.write(segment, java.util.Arrays.copyOf(sound, cut));
            try (TransparencyLog log = open()) {
                assertEquals(cut < sound.length / 2 ? 0 : 1, log.size());
            }
        }
    }

    private TransparencyLog open() {
        return TransparencyLog.open(directory, LOG, List.of(WITNESS.key()));
    }

    private static SignatureLine cosign(SignedCheckpoint signed) {
        return Cosignature.sign(signed.note().text(), WITNESS, Instant.ofEpochSecond(1_764_000_000));
    }

    static List<Addition> additions(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(TransparencyLogTest::addition)
                .toList();
    }

    static Addition addition(int number) {
        return new Addition(id(number), entry(number));
    }

    static Octets entry(int number) {
        return Octets.utf8("entry " + number);
    }

    static RequestId id(int number) {
        return RequestId.of(Octets.of(Hash.sha256(entry(number).toArray()).toArray())
                .slice(0, 16)
                .toArray());
    }
}
