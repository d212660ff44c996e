package org.entente.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entente.cli.Entente;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole story on invented people: two node processes, their databases, the peer link, the offline verifier. It
/// takes about 40 s of a quiet machine because both nodes start twice.
class StoryTest {
    private static final int FLIP_EVERY = 97;

    @Test
    void everyStepOfTheStoryHoldsAndASecondStartGoesOnWithTheSameData(@TempDir Path folder) throws IOException {
        JsonNode summary = play(folder);
        assertTrue(summary.path("everyStepHeld").asBoolean(), () -> broken(summary));
        assertEquals(0, summary.path("protectedFound").asInt());
        assertEquals(200, summary.path("protectedPersons").asInt());
        assertEquals(4, summary.path("commonTaxpayers").asInt());
        assertEquals(1, summary.path("ofWhichCleared").asInt());
        proofHoldsAndNoDamagedOneDoes(summary);
        JsonNode again = play(folder);
        assertTrue(again.path("everyStepHeld").asBoolean(), () -> broken(again));
        assertEquals(summary.path("traceRequest"), again.path("traceRequest"));
        assertEquals(summary.path("refusal"), again.path("refusal"));
    }

    private static void proofHoldsAndNoDamagedOneDoes(JsonNode summary) throws IOException {
        Path bundle = Path.of(summary.path("proofBundle").asString());
        String policy = summary.path("policy").asString();
        assertEquals(0, verify(bundle, "--policy", policy));
        assertEquals(2, verify(bundle));
        byte[] whole = Files.readAllBytes(bundle);
        Path damaged = bundle.resolveSibling("damaged.zip");
        for (int i = 0; i < whole.length; i += FLIP_EVERY) {
            byte[] flipped = whole.clone();
            flipped[i] ^= 1;
            Files.write(damaged, flipped);
            assertEquals(1, verify(damaged, "--policy", policy), "byte " + i);
        }
    }

    private static int verify(Path bundle, String... more) {
        List<String> arguments = new ArrayList<>(List.of(bundle.toString()));
        arguments.addAll(List.of(more));
        PrintStream silent = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return org.entente.ledger.verify.Verify.run(silent, arguments.toArray(String[]::new));
    }

    private static JsonNode play(Path folder) {
        PrintStream terminal = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int exit;
        try {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            exit = Entente.run(
                    new LocalNodes(),
                    new Doctor(java.time.Clock.systemUTC()),
                    "demo",
                    "--data",
                    folder.resolve("demo").toString(),
                    "--once",
                    "--json",
                    "--subjects",
                    "3000",
                    "--free-ports");
        } finally {
            System.setOut(terminal);
        }
        String text = said.toString(StandardCharsets.UTF_8);
        assertEquals(0, exit, text);
        return JsonMapper.builder()
                .build()
                .readTree(text.lines().reduce((_, last) -> last).orElseThrow());
    }

    private static String broken(JsonNode summary) {
        List<String> lines = new ArrayList<>();
        summary.path("claims").forEach(claim -> {
            if (!claim.path("held").asBoolean()) {
                lines.add(claim.toString());
            }
        });
        return String.join("\n", lines);
    }
}
