package org.entente.ledger.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.ledger.bundle.ProofBundle;
import org.entente.ledger.bundle.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {
    @TempDir
    private Path directory;

    private String file = "";
    private String policy = "";
    private String said = "";

    @BeforeEach
    void tellTheStory() throws IOException {
        ProofBundle bundle = Story.told(directory, 0);
        file = Files.write(directory.resolve("story.zip"), bundle.bytes()).toString();
        policy = Files.writeString(
                        directory.resolve("policy.txt"), Story.policy(0).text())
                .toString();
    }

    @Test
    void aTrueStoryIsVerifiedInBothLanguages() {
        assertEquals(Verify.VERIFIED, run(file, "--policy", policy));
        assertTrue(said.startsWith("VERIFIED: sent, received and answered, unchanged. This says nothing about whether"
                + " the content is true.\nVERIFICADO: enviado, recibido y contestado, sin cambios."));
        assertEquals(Verify.VERIFIED, run("--lang", "es", "--policy", policy, file));
        assertTrue(said.startsWith("VERIFICADO"), said);
        assertTrue(!said.contains("VERIFIED"), said);
    }

    @Test
    void damageIsNotVerifiedAndSaysWhy() throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of(file));
        bytes[bytes.length / 3] ^= 4;
        Files.write(Path.of(file), bytes);
        assertEquals(Verify.NOT_VERIFIED, run(file, "--policy", policy));
        assertTrue(said.startsWith("NOT VERIFIED: the file is damaged"), said);
        assertTrue(said.contains("NO VERIFICADO: el archivo está dañado"), said);
    }

    @Test
    void withoutAPolicyItCannotDecideAndShowsTheFingerprint() throws IOException {
        assertEquals(Verify.CANNOT_DECIDE, run(file));
        String fingerprint = org.entente.ledger.Octets.of(
                        org.entente.ledger.Hash.sha256(Files.readAllBytes(Path.of(policy)))
                                .toArray())
                .hex();
        assertTrue(said.startsWith("CANNOT DECIDE"), said);
        assertTrue(said.contains(fingerprint), said);
    }

    @Test
    void badArgumentsAndUnreadableFilesCannotDecide() throws IOException {
        assertEquals(Verify.CANNOT_DECIDE, run());
        assertEquals(Verify.CANNOT_DECIDE, run(file, "--policy"));
        assertEquals(Verify.CANNOT_DECIDE, run(file, "--lang", "fr"));
        assertEquals(Verify.CANNOT_DECIDE, run(file, "more"));
        assertEquals(Verify.CANNOT_DECIDE, run(directory.resolve("absent").toString(), "--policy", policy));
        Files.writeString(Path.of(policy), "quorum x\n");
        assertEquals(Verify.CANNOT_DECIDE, run(file, "--policy", policy));
        assertTrue(said.contains("is not a policy"), said);
    }

    @Test
    void namesOfFilesAreSaidAsTheyAre() throws IOException {
        for (String name : List.of("reason.zip", "reason.DAMAGED", "{0}", "a\0b")) {
            assertEquals(Verify.CANNOT_DECIDE, run(name, "--policy", policy), name);
            assertTrue(said.startsWith("CANNOT DECIDE: this file cannot be read"), said);
        }
        assertEquals(Verify.CANNOT_DECIDE, run(directory.toString(), "--policy", policy));
        assertEquals(Verify.CANNOT_DECIDE, run(file, "--policy", directory.toString()));
        Path broken = Files.writeString(directory.resolve("reason.txt"), "quorum");
        assertEquals(Verify.CANNOT_DECIDE, run(file, "--policy", broken.toString()));
        assertTrue(said.contains("reason.txt is not a policy"), said);
    }

    private int run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = Verify.run(new PrintStream(out, true, StandardCharsets.UTF_8), args);
        said = out.toString(StandardCharsets.UTF_8);
        return code;
    }
}
