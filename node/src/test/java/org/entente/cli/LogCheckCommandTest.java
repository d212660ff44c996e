package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.entente.ledger.Octets;
import org.entente.ledger.log.Addition;
import org.entente.ledger.log.RequestId;
import org.entente.ledger.log.TransparencyLog;
import org.entente.ledger.note.Ed25519Key;
import org.entente.ledger.note.SignatureType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `entente log check` on the files of a node that does not run.
class LogCheckCommandTest {
    private static final int ENTRIES = 300;

    @TempDir
    Path home;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void write() throws IOException {
        Ed25519Key key = Ed25519Key.ofSeed("us.example/us-mx/exchange", SignatureType.ED25519, new byte[32]);
        Path folder = home.resolve("log").resolve("us-mx").resolve("exchange");
        try (TransparencyLog log = TransparencyLog.open(folder, key, List.of())) {
            for (int i = 0; i < ENTRIES; i++) {
                log.append(List.of(new Addition(new RequestId(0, i), Octets.utf8("entry " + i))));
            }
            log.sign();
        }
    }

    private int check(String language) {
        PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8);
        return Entente.run(
                new Terminal(both, both),
                EntenteTest.NO_HOST,
                EntenteTest.diagnosis(),
                "--lang",
                language,
                "log",
                "check",
                "--home",
                home.toString());
    }

    private String text() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aWholeLogHasNoFinding() {
        assertEquals(0, check("en"), this::text);
        assertTrue(text().contains("us-mx/exchange: every entry, tile and checkpoint holds."), text());
    }

    @Test
    void aDamagedTileIsNamedInTheChosenLanguageAndEndsWithOne() throws IOException {
        Path tile = aTile();
        byte[] bytes = Files.readAllBytes(tile);
        bytes[bytes.length / 2] ^= 1;
        Files.write(tile, bytes);
        assertEquals(1, check("es"), this::text);
        assertTrue(text().contains("hallazgos: "), text());
        assertTrue(text().contains("Un archivo está dañado: "), text());
    }

    private Path aTile() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("log"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains("tile/0/")
                            || file.toString().contains("tile/entries/"))
                    .min(java.util.Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    @Test
    void whileTheNodeRunsNothingIsRead() throws IOException {
        try (FileChannel lock =
                        FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = lock.lock()) {
            assertTrue(held.isValid());
            assertEquals(1, check("en"));
        }
        assertTrue(text().contains("CLI_NODE_RUNS"), text());
    }

    @Test
    void aFolderWithoutLogsIsNoNode() throws IOException {
        home = Files.createDirectory(home.resolve("empty"));
        assertEquals(1, check("es"));
        assertTrue(text().contains("CLI_NO_HOME"), text());
    }
}
