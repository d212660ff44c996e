package org.entente.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.entente.hold.invented.InventedLists;
import org.entente.kernel.EntenteException;
import org.entente.kernel.EvidentialStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An import cut anywhere goes on where it stopped and says meanwhile how it stands.
class InterruptedImportTest {
    private static final int IMPORT_COUNT = 60;

    @TempDir
    Path folder;

    private final HoldWorld world = new HoldWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void cutBehindItsLastChunkItStillJoinsLinksAndTakesOffWhoLeft() {
        String left = Casework.SDN_ROWS[0].replace("9000001", "9000003").replace("EMPRESA", "OTRA");
        world.edition("us-sdn", HoldWorld.AS_OF, Map.of("sdn", HoldWorld.file(folder, "first.csv", left)));
        Path list = HoldWorld.file(folder, "list.csv", Casework.SDN_ROWS);
        ImportOrder order = new ImportOrder("us-sdn", Map.of("sdn", list), HoldWorld.AS_OF.plusDays(1), false);
        assertThrows(
                PowerCut.class,
                () -> world.holdings.importFiles(world.operator, order, progress -> {
                    if (progress.rowDone() > 0) {
                        throw new PowerCut();
                    }
                }));
        // Both began at the one moment of the clock here.
        ImportReport cut = world.holdings.imports(world.operator).stream()
                .filter(report -> report.asOf().equals(order.asOf()))
                .findFirst()
                .orElseThrow();
        assertEquals(ImportReport.State.INTERRUPTED, cut.state());
        assertEquals(2, cut.committedCount());
        assertTrue(cut.explained().en().startsWith("Interrupted"));
        assertTrue(cut.explained().es().startsWith("Interrumpida"));
        // A process of its own would know nothing of the first.
        ImportReport resumed = world.holdings.importFiles(world.operator, order, ImportListener.none());
        assertEquals(cut.id(), resumed.id());
        assertEquals(ImportReport.State.DONE, resumed.state());
        assertEquals(1, resumed.withdrawnCount());
        assertEquals(
                EvidentialStatus.DELISTED,
                world.database.in(tx -> EvidentialStatus.valueOf(tx.dsl()
                        .fetchSingle("select status from hold.subject where locator = '9000003'")
                        .get(0, String.class))));
        SubjectId person =
                world.search(world.analyst, "SUJE800229ZZ3").items().getFirst().subject();
        assertTrue(world.holdings
                .dossier(world.analyst, person, HoldWorld.PURPOSE)
                .orElseThrow()
                .links()
                .getFirst()
                .other()
                .isPresent());
    }

    @Test
    void whatNobodyForesawLeavesItFailedAndNotRunning() {
        ImportOrder order = new ImportOrder(
                "casework", Map.of("file", Casework.file(folder, Casework.suspect("P-1"))), HoldWorld.AS_OF, false);
        EntenteException failed = assertThrows(
                EntenteException.class,
                () -> world.holdings.importFiles(world.operator, order, progress -> {
                    if (progress.rowDone() > 0) {
                        throw new IllegalStateException("unforeseen");
                    }
                }));
        assertEquals(HoldCode.HOLD_IMPORT_FAILED, failed.code());
        ImportReport left = world.holdings.imports(world.operator).getFirst();
        assertEquals(ImportReport.State.FAILED, left.state());
        assertTrue(left.explained().es().startsWith("Falló"));
        assertEquals(
                ImportReport.State.DONE,
                world.holdings
                        .importFiles(world.operator, order, ImportListener.none())
                        .state());
    }

    @Test
    void whatFailsBehindTheReportDoesNotCallItFailed() {
        ImportOrder order = new ImportOrder(
                "casework", Map.of("file", Casework.file(folder, Casework.suspect("P-1"))), HoldWorld.AS_OF, false);
        assertThrows(
                EntenteException.class,
                () -> world.holdings.importFiles(world.operator, order, progress -> {
                    if (world.holdings
                                    .importReport(world.operator, progress.importId())
                                    .state()
                            == ImportReport.State.DONE) {
                        throw new IllegalStateException("unforeseen");
                    }
                }));
        assertEquals(
                ImportReport.State.DONE,
                world.holdings.imports(world.operator).getFirst().state());
    }

    @Test
    void whileItRunsItIsRunningAndAtItsEndAllIsDone() {
        List<ImportReport.State> states = new ArrayList<>();
        List<ImportListener.Progress> words = new ArrayList<>();
        ImportReport report = world.holdings.importFiles(
                world.operator,
                new ImportOrder(
                        "casework",
                        Map.of("file", Casework.file(folder, Casework.suspect("P-1"), "{}")),
                        HoldWorld.AS_OF,
                        false),
                progress -> {
                    words.add(progress);
                    states.add(world.holdings
                            .importReport(world.operator, progress.importId())
                            .state());
                });
        assertEquals(List.of(ImportReport.State.RUNNING, ImportReport.State.RUNNING, ImportReport.State.DONE), states);
        assertEquals(2, report.rowCount());
        assertEquals(report.rowCount(), report.takenCount() + report.rejectedCount());
        assertEquals(report.rowCount(), words.getLast().rowDone());
        assertEquals(report.rowCount(), words.getLast().rowTotal());
        assertEquals(0, words.getLast().left().toSeconds());
    }

    /// Whoever looks again and again sees it run and end; a page that saw it interrupted would look no more.
    @Test
    void anImportThatEndsWhileSomebodyLooksIsNotCalledInterrupted() throws InterruptedException {
        Set<ImportReport.State> seen = ConcurrentHashMap.newKeySet();
        AtomicBoolean ended = new AtomicBoolean();
        Thread looking = Thread.ofPlatform().start(() -> {
            while (!ended.get()) {
                world.holdings.imports(world.operator).forEach(report -> seen.add(report.state()));
            }
        });
        for (int i = 0; i < IMPORT_COUNT; i++) {
            world.take("casework", Casework.file(folder, Casework.suspect("P-" + i)), HoldWorld.AS_OF);
        }
        ended.set(true);
        looking.join();
        assertTrue(seen.contains(ImportReport.State.DONE));
        assertFalse(seen.contains(ImportReport.State.INTERRUPTED));
    }

    /// The whole list is read before its first taxpayer is stored.
    @Test
    void whatIsReadAndNotYetStoredIsNotDone() throws IOException {
        int count = 2 * Limits.CHUNK_SUBJECT_COUNT + 500;
        Map<String, Path> taxpayers = InventedLists.write(folder, 1, count).getOrDefault("mx-69b", Map.of());
        List<Long> done = new ArrayList<>();
        world.holdings.importFiles(
                world.operator, new ImportOrder("mx-69b", taxpayers, HoldWorld.AS_OF, false), word -> {
                    done.add(word.rowDone());
                });
        assertEquals(List.of(0L, 1_000L, 2_000L, 2_500L, 2_500L), done);
    }

    @Test
    void inventedListsAreTakenWhole() throws IOException {
        InventedLists.write(folder, 2, 300).forEach((profile, files) -> {
            ImportReport report = world.take(profile, files);
            assertEquals(0, report.rejectedCount(), profile);
            assertEquals(0, report.orphanCount(), profile);
            assertEquals(report.rowCount(), report.takenCount(), profile);
        });
    }
}
