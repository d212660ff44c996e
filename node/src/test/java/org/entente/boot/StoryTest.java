package org.entente.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The whole story on invented people: two node processes, their databases, the peer link, the offline verifier. It
/// takes about 40 s of a quiet machine because both nodes start twice.
class StoryTest {
    @Test
    void everyStepOfTheStoryHoldsAndASecondStartGoesOnWithTheSameData(@TempDir Path folder) throws IOException {
        PlayedStory story = PlayedStory.in(folder.resolve("demo"), _ -> {});
        story.assertEveryClaimHeldAndTheEndIsTheOne();
        story.assertLogsAreWhole();
        proofHoldsAndNoDamagedOneDoes(story.summary());
        JsonNode again = PlayedStory.in(folder.resolve("demo"), _ -> {}).summary();
        assertTrue(again.path("toldEarlier").asBoolean());
        for (String same : List.of("traceRequest", "refusal", "end", "claims", "proofBundle")) {
            assertEquals(story.summary().path(same), again.path(same));
        }
    }

    private static void proofHoldsAndNoDamagedOneDoes(JsonNode summary) throws IOException {
        Path bundle = Path.of(summary.path("proofBundle").asString());
        String policy = summary.path("policy").asString();
        assertEquals(0, verify(bundle, "--policy", policy));
        assertEquals(2, verify(bundle));
        byte[] whole = Files.readAllBytes(bundle);
        List<Integer> verified = IntStream.range(0, whole.length)
                .parallel()
                .filter(at -> verifyFlipped(bundle, whole, at, policy) != 1)
                .boxed()
                .toList();
        assertEquals(List.of(), verified, "bytes that may be flipped");
    }

    private static int verifyFlipped(Path bundle, byte[] whole, int at, String policy) {
        byte[] flipped = whole.clone();
        flipped[at] ^= 1;
        Path damaged = bundle.resolveSibling("damaged-" + Thread.currentThread().threadId() + ".zip");
        try {
            Files.write(damaged, flipped);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return verify(damaged, "--policy", policy);
    }

    private static int verify(Path bundle, String... more) {
        List<String> arguments = new ArrayList<>(List.of(bundle.toString()));
        arguments.addAll(List.of(more));
        PrintStream silent = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return org.entente.ledger.verify.Verify.run(silent, arguments.toArray(String[]::new));
    }
}
