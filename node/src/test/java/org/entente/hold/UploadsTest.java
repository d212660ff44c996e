package org.entente.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.entente.access.Access;
import org.entente.access.AccessCode;
import org.entente.kernel.EntenteException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadsTest {
    private static final Uploads.Order CASEWORK = new Uploads.Order("casework", null, Map.of(), false, false);

    @TempDir
    Path folder;

    @Test
    void whatAKilledNodeLeftIsGoneAtTheNextStartAndNothingElse() throws IOException {
        Files.writeString(
                Files.createDirectory(folder.resolve("import-1234")).resolve("0.part"), "a row of somebody's list");
        Path other = Files.writeString(folder.resolve("readme"), "stays");
        try (HoldWorld world = new HoldWorld()) {
            uploads(world);
        }
        assertEquals(List.of(other), left());
    }

    @Test
    void anUploadIsTakenInOnAThreadOfItsOwnAndLeavesNoFile() throws Exception {
        try (HoldWorld world = new HoldWorld()) {
            Path file = Casework.file(Files.createDirectory(folder.resolve("files")), Casework.suspect("P-1"));
            Uploads uploads = uploads(world);
            UUID id = uploads.begin(world.operator, CASEWORK, Map.of("file", target -> Files.copy(file, target)));
            while (world.holdings.importReport(world.operator, id).state() == ImportReport.State.RUNNING) {
                Thread.onSpinWait();
            }
            assertEquals(1, world.holdings.importReport(world.operator, id).takenCount());
            assertEquals(1, uploads.progress(world.operator, id).orElseThrow().rowDone());
            while (left().size() > 1) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void whoMayNotImportWritesNothing() throws IOException {
        try (HoldWorld world = new HoldWorld()) {
            Uploads uploads = uploads(world);
            EntenteException denied = assertThrows(
                    EntenteException.class,
                    () -> uploads.begin(
                            world.analyst, CASEWORK, Map.of("file", target -> Files.writeString(target, "x"))));
            assertEquals(AccessCode.ACCESS_DENIED, denied.code());
            assertEquals(List.of(), left());
        }
    }

    private Uploads uploads(HoldWorld world) {
        return new Uploads(world.holdings, new Access((_, _) -> Set.of(), HoldWorld.CLOCK), folder);
    }

    private List<Path> left() throws IOException {
        try (var left = Files.list(folder)) {
            return left.toList();
        }
    }
}
