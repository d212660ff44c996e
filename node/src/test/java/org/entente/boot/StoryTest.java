package org.entente.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
        Map<Thread, Damaged> damaged = new ConcurrentHashMap<>();
        List<Integer> verified = IntStream.range(0, whole.length)
                .parallel()
                .filter(at -> damaged.computeIfAbsent(
                                        Thread.currentThread(),
                                        thread -> new Damaged(
                                                bundle.resolveSibling("damaged-" + thread.threadId() + ".zip"), whole))
                                .verify(at, policy)
                        != 1)
                .boxed()
                .toList();
        damaged.values().forEach(Damaged::close);
        assertEquals(List.of(), verified, "bytes that may be flipped");
    }

    /// A copy of the bundle in which one byte at a time is another. It stays open and is written in place: a file that
    /// is
    /// cut and filled again for each of the bytes costs minutes of waiting for the disk.
    private static final class Damaged implements AutoCloseable {
        private final Path file;
        private final byte[] whole;
        private final FileChannel channel;

        private Damaged(Path file, byte[] whole) {
            this.file = file;
            this.whole = whole;
            try {
                Files.write(file, whole);
                channel = FileChannel.open(file, StandardOpenOption.WRITE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private int verify(int at, String policy) {
            put(at, (byte) (whole[at] ^ 1));
            try {
                return StoryTest.verify(file, "--policy", policy);
            } finally {
                put(at, whole[at]);
            }
        }

        private void put(int at, byte value) {
            try {
                channel.write(ByteBuffer.wrap(new byte[] {value}), at);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static int verify(Path bundle, String... more) {
        List<String> arguments = new ArrayList<>(List.of(bundle.toString()));
        arguments.addAll(List.of(more));
        PrintStream silent = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return org.entente.ledger.verify.Verify.run(silent, arguments.toArray(String[]::new));
    }
}
