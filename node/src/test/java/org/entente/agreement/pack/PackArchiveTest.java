package org.entente.agreement.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.agreement.AgreementCode;
import org.entente.kernel.EntenteException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackArchiveTest {
    @TempDir
    Path folder;

    @Test
    void whatIsKeptOutlivesARestartUnderItsHash() {
        PackFiles pack = ShippedPack.files();
        new PackArchive(folder).keep(pack);
        PackArchive again = new PackArchive(folder);
        again.keep(pack);
        assertEquals(List.of(pack.hash()), again.hashes());
        assertEquals(pack, again.read(pack.hash()));
    }

    @Test
    void aChangedOrMissingFileIsFoundWhenThePackIsRead() throws IOException {
        PackArchive archive = new PackArchive(folder);
        PackFiles pack = ShippedPack.files();
        archive.keep(pack);
        Path rules = folder.resolve(pack.hash().hex()).resolve(PackFiles.RULES);
        Files.writeString(rules, Files.readString(rules) + "\n");
        for (Runnable use : List.<Runnable>of(() -> archive.read(pack.hash()), () -> archive.keep(pack))) {
            assertEquals(
                    AgreementCode.PACK_NOT_WHOLE,
                    assertThrows(EntenteException.class, use::run).code());
        }
        Files.delete(rules);
        assertThrows(EntenteException.class, () -> archive.read(pack.hash()));
    }

    /// Killed while it writes, a node leaves a folder that no hash names.
    @Test
    void whatADeadProcessLeftHalfIsNoPackAndIsSwept() throws IOException {
        Path half = Files.createDirectory(folder.resolve("part-123"));
        Files.writeString(half.resolve(PackFiles.RULES), "rules");
        assertEquals(List.of(), new PackArchive(folder).hashes());
        assertFalse(Files.exists(half));
    }
}
