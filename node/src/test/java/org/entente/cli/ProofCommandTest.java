package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `entente proof verify` as a court expert types it, on the example of `spec/bundle.md`; no node runs.
class ProofCommandTest {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("entente.root", "..")).resolve("spec/example");
    private static final Path BUNDLE = EXAMPLE.resolve("story.proof.zip");
    private static final Path POLICY = EXAMPLE.resolve("policy.txt");
    private static final Map<String, List<String>> ANSWERS = Map.of(
            "en", List.of("VERIFIED: sent", "NOT VERIFIED: ", "CANNOT DECIDE: "),
            "es", List.of("VERIFICADO: enviado", "NO VERIFICADO: ", "NO SE PUEDE DECIDIR: "));

    @TempDir
    Path folder;

    private record Said(int exit, String out, String err) {}

    @Test
    void aTrueBundleUnderItsPolicyEndsWithZero() {
        for (String language : ANSWERS.keySet()) {
            Said said = verify(language, BUNDLE, "--policy", POLICY.toString());
            assertEquals(0, said.exit(), said.err());
            assertSaid(language, 0, said);
            assertTrue(said.out().contains("gob.mx/entente/us-mx/exchange"), said.out());
        }
    }

    @Test
    void aDamagedOneEndsWithOneAndTheReason() throws IOException {
        byte[] bytes = Files.readAllBytes(BUNDLE);
        bytes[bytes.length / 2] ^= 1;
        Path damaged = Files.write(folder.resolve("damaged.zip"), bytes);
        for (String language : ANSWERS.keySet()) {
            Said said = verify(language, damaged, "--policy", POLICY.toString());
            assertEquals(1, said.exit(), said.err());
            assertSaid(language, 1, said);
        }
        assertTrue(verify("es", damaged, "--policy", POLICY.toString()).out().contains("el archivo está dañado"));
    }

    @Test
    void withoutAPolicyItEndsWithTwoAndTheFingerprintOfTheOneInside() {
        for (String language : ANSWERS.keySet()) {
            Said said = verify(language, BUNDLE);
            assertEquals(2, said.exit(), said.err());
            assertSaid(language, 2, said);
            assertTrue(said.out().matches("(?s).*SHA-256 [0-9a-f]{64}.*"), said.out());
        }
    }

    @Test
    void filesThatAreMissingOrNoPolicyEndWithTwo() throws IOException {
        Path absent = folder.resolve("absent.zip");
        Path noPolicy = Files.writeString(folder.resolve("no-policy.txt"), "quorum nobody\n");
        for (String language : ANSWERS.keySet()) {
            assertUndecided(language, verify(language, absent, "--policy", POLICY.toString()));
            assertUndecided(language, verify(language, BUNDLE, "--policy", absent.toString()));
            assertUndecided(language, verify(language, BUNDLE, "--policy", noPolicy.toString()));
            assertUndecided(language, verify(language, folder, "--policy", POLICY.toString()));
        }
        assertTrue(verify("en", absent).out().contains("absent.zip"));
    }

    @Test
    void wrongUseEndsWithTwoAndShowsTheUse() {
        Said said = run("proof", "verify");
        assertEquals(2, said.exit());
        assertTrue(said.err().contains("FILE"), said.err());
        assertEquals(2, run("proof", "verify", BUNDLE.toString(), "--policy").exit());
    }

    private static void assertUndecided(String language, Said said) {
        assertEquals(2, said.exit(), said.err());
        assertSaid(language, 2, said);
    }

    /// The answer in the asked language, in no other, and no trace of the program.
    private static void assertSaid(String language, int exit, Said said) {
        String other = language.equals("en") ? "es" : "en";
        String first = said.out().lines().findFirst().orElse("");
        assertTrue(first.startsWith(answer(language, exit)), said.out());
        assertFalse(said.out().contains(answer(other, exit)), said.out());
        assertEquals("", said.err());
    }

    private static String answer(String language, int exit) {
        return ANSWERS.getOrDefault(language, List.of()).get(exit);
    }

    private static Said verify(String language, Path bundle, String... more) {
        List<String> line = new ArrayList<>(List.of("--lang", language, "proof", "verify", bundle.toString()));
        line.addAll(List.of(more));
        return run(line.toArray(String[]::new));
    }

    private static Said run(String... line) {
        var said = new ByteArrayOutputStream();
        var complained = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(said, true, StandardCharsets.UTF_8),
                new PrintStream(complained, true, StandardCharsets.UTF_8));
        int exit = Entente.run(terminal, EntenteTest.NO_HOST, NO_DIAGNOSIS, line);
        return new Said(exit, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
    }

    private static final Diagnosis NO_DIAGNOSIS = new Diagnosis() {
        @Override
        public void examineMachine(Consumer<Finding> each) {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public void examineNode(Path home, Consumer<Finding> each) {
            throw new IllegalStateException("not asked for");
        }
    };
}
