package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.entente.boot.TestNodes;
import org.entente.hold.invented.Population;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Two real nodes that the commands themselves paired and loaded, and how a command is run on one.
@ExtendWith(TestNodes.class)
abstract class LivePair {
    static final JsonMapper JSON = JsonMapper.builder().build();
    static final Duration PATIENCE = Duration.ofSeconds(40);
    static final String PURPOSE = "illicit-finance";

    /// What a command said and how it ended.
    record Said(int exit, String out, String err) {
        JsonNode json() {
            assertEquals(0, exit, err);
            return JSON.readTree(out);
        }

        Said ended(int wanted) {
            assertEquals(wanted, exit, () -> out + err);
            return this;
        }

        Said says(String... words) {
            for (String word : words) {
                assertTrue((out + err).contains(word), () -> word + " is not in:\n" + out + err);
            }
            return this;
        }
    }

    @TempDir
    static Path folder;

    static Path us;
    static Path mx;
    static JsonNode truth;

    @BeforeAll
    static void pairAndLoad(TestNodes nodes) throws Exception {
        us = nodes.us().home();
        mx = nodes.mx().home();
        for (String person : List.of("analyst", "officer", "lawyer", "lawyer-2", "auditor", "operator-2")) {
            for (TestNodes.Node node : List.of(nodes.us(), nodes.mx())) {
                String officer = node.party().code().toLowerCase(Locale.ROOT) + "-" + person;
                run(
                                "sign-in",
                                "--home",
                                node.home().toString(),
                                node.code(officer).reveal())
                        .ended(0)
                        .says(officer + " is signed in from this folder until ");
            }
        }
        Path usFile = folder.resolve("us.party");
        Path mxFile = folder.resolve("mx.party");
        String usPrint = as(us, "us-operator-1", "peer", "export", "--out", usFile.toString())
                .out
                .strip();
        String mxPrint = as(mx, "mx-operator-1", "peer", "export", "--out", mxFile.toString())
                .out
                .strip();
        pin(us, "us", mxFile, mxPrint);
        pin(mx, "mx", usFile, usPrint);
        Path population = folder.resolve("population");
        Population.write(population, 7, 3_000);
        truth = JSON.readTree(Files.readAllBytes(population.resolve("truth.json")));
        load(us, "us-operator-1", population.resolve("US.casework.jsonl"));
        load(mx, "mx-operator-1", population.resolve("MX.casework.jsonl"));
        as(us, "us-operator-1", "find", "publish", PURPOSE).ended(0).says("done", "Sets");
        as(mx, "mx-operator-1", "--lang", "es", "find", "publish", PURPOSE)
                .ended(0)
                .says("terminada", "Finalidad");
        as(us, "us-operator-1", "find", "sets").ended(0).says("ours", PURPOSE);
        as(us, "us-operator-1", "find", "publications").ended(0).says("done", PURPOSE);
        as(us, "us-operator-1", "find", "publication", "no-such").ended(1).says("FIND_PUBLICATION_UNKNOWN");
    }

    static void pin(Path home, String party, Path file, String fingerprint) {
        String wrong = "0".repeat(fingerprint.length());
        String first = party + "-operator-1";
        as(home, first, "peer", "pin", "--fingerprint", wrong, file.toString())
                .ended(1)
                .says("PARTY_FILE_FINGERPRINT");
        String id = as(home, first, "peer", "pin", "--fingerprint", fingerprint, file.toString())
                .ended(0)
                .out
                .strip();
        as(home, first, "peer", "list").ended(0).says("awaiting the second operator");
        as(home, first, "peer", "confirm", "--fingerprint", fingerprint, id).ended(1);
        as(home, party + "-operator-2", "peer", "confirm", "--fingerprint", fingerprint, id)
                .ended(0)
                .says("pinned");
    }

    static void load(Path home, String operator, Path file) {
        JsonNode done = as(home, operator, "import", "--profile", "casework", "--json", "file=" + file)
                .json();
        assertEquals("done", done.path("state").asString());
        assertTrue(done.path("rowsTaken").asLong() >= 3_000, done.toString());
    }

    static String[] with(String[] command, String... more) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /// Until the command's JSON is as wanted: another process has no event to wait for.
    static JsonNode await(Path home, String officer, Predicate<JsonNode> wanted, String... command) {
        long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            JsonNode seen = as(home, officer, with(command, "--json")).json();
            if (wanted.test(seen)) {
                return seen;
            }
            assertTrue(System.nanoTime() < deadlineNanos, () -> String.join(" ", command) + ": " + seen);
            Waiting.pause();
        }
    }

    /// Options of the root, then the command with `--home` and `--as` behind its name.
    static Said as(Path home, String officer, String... command) {
        return run(with(command, "--home", home.toString(), "--as", officer));
    }

    static Said run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        List<String> line = new ArrayList<>(List.of(arguments));
        if (!line.contains("--lang")) {
            line.addAll(0, List.of("--lang", "en"));
        }
        int exit = Entente.run(terminal, EntenteTest.NO_HOST, EntenteTest.diagnosis(), line.toArray(String[]::new));
        return new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
