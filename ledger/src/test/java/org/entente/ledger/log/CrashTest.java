package org.entente.ledger.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.entente.ledger.Fault;
import org.entente.ledger.Keys;
import org.entente.ledger.LedgerException;
import org.entente.ledger.checkpoint.SignedCheckpoint;
import org.entente.ledger.note.Ed25519Key;
import org.junit.jupiter.api.Test;

/// One workload, run once for every single change it makes to the disk, that change and all later ones failing; then
/// the power goes and chance decides over what was not forced.
class CrashTest {
    private static final Ed25519Key LOG = Keys.log("a.example/log");
    private static final Path ROOT = Path.of("/log");
    private static final int[] BATCHES = {1, 3, 200, 100, 2, 260};
    private static final int CUTS = 3;

    /// What the outside world was told before the disk failed.
    private static final class Told {
        private int acknowledged;
        private final List<SignedCheckpoint> signed = new ArrayList<>();
    }

    @Test
    void noAcknowledgedEntryIsLostAndNoTwoInconsistentCheckpointsAreSigned() {
        long seed = 0x656e74656e7465L;
        CrashDisk whole = new CrashDisk();
        run(whole, new Told());
        int changes = whole.changes();
        assertTrue(changes > 100, "changes " + changes);
        for (int change = 0; change < changes; change++) {
            CrashDisk disk = new CrashDisk();
            disk.failAfter(change);
            Told told = new Told();
            assertThrows(LedgerException.class, () -> run(disk, told));
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed + change);
            for (int cut = 0; cut < CUTS; cut++) {
                CrashDisk again = disk.powerCut(random);
                again.failAfter(random.nextInt(60));
                interrupt(again);
                recover(again.powerCut(random), told, "seed " + seed + " change " + change + " cut " + cut);
            }
        }
    }

    @Test
    void aFailedForceHaltsTheLogUntilItIsOpenedAgain() {
        CrashDisk disk = new CrashDisk();
        try (TransparencyLog log = TransparencyLog.open(disk, ROOT, LOG, List.of())) {
            log.append(TransparencyLogTest.additions(0, 1));
            disk.failAfter(1);
            assertEquals(Fault.STORAGE_FAILED, faultOf(() -> log.append(TransparencyLogTest.additions(1, 1))));
            disk.failAfter(Integer.MAX_VALUE);
            assertEquals(Fault.LOG_HALTED, faultOf(() -> log.append(TransparencyLogTest.additions(1, 1))));
            assertEquals(Fault.LOG_HALTED, faultOf(log::sign));
        }
    }

    private static void run(CrashDisk disk, Told told) {
        try (TransparencyLog log = TransparencyLog.open(disk, ROOT, LOG, List.of())) {
            int next = 0;
            for (int batch : BATCHES) {
                log.append(TransparencyLogTest.additions(next, batch));
                next += batch;
                told.acknowledged = next;
                told.signed.add(log.sign());
            }
        }
    }

    private static void recover(CrashDisk disk, Told told, String where) {
        try (TransparencyLog log = TransparencyLog.open(disk, ROOT, LOG, List.of())) {
            assertTrue(log.size() >= told.acknowledged, where);
            for (int i = 0; i < told.acknowledged; i += 7) {
                assertEquals(TransparencyLogTest.entry(i), log.entry(i), where);
                assertEquals(OptionalLong.of(i), log.indexOf(TransparencyLogTest.id(i)), where);
            }
            log.append(TransparencyLogTest.additions(0, 400));
            assertTrue(log.size() >= 400, where);
            SignedCheckpoint now = log.sign();
            for (SignedCheckpoint before : told.signed) {
                assertTrue(
                        log.consistencyProof(before.checkpoint().size(), log.size())
                                .links(
                                        before.checkpoint().root(),
                                        now.checkpoint().root()),
                        where);
            }
        }
        assertEquals(List.of(), LogCheck.fsck(disk, ROOT), where);
    }

    /// A second failure while the log recovers from the first.
    private static void interrupt(CrashDisk disk) {
        try {
            run(disk, new Told());
        } catch (LedgerException e) {
            assertEquals(Fault.STORAGE_FAILED, e.fault());
        }
    }

    private static Fault faultOf(Runnable call) {
        return assertThrows(LedgerException.class, call::run).fault();
    }
}
