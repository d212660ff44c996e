package org.entente.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.entente.cli.Entente;
import org.entente.cli.Terminal;
import org.entente.ledger.log.LogCheck;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `./entente demo --once --json` on invented people, with what it printed.
final class PlayedStory {
    /// What the story leaves on each side, however it went: kind and state, and how many of them.
    static final JsonNode END = JsonMapper.builder().build().readTree("""
            {"US": {"operations": {"proposer refused": 1, "proposer revoked": 1},
                    "releasesReceived": {}, "releasesSent": {"out opened": 1},
                    "requestsReceived": {"firearm-trace answered": 1},
                    "requestsSent": {"police-information refused": 1}},
             "MX": {"operations": {"host refused": 1, "host revoked": 1},
                    "releasesReceived": {"in opened": 1}, "releasesSent": {},
                    "requestsReceived": {"police-information refused": 1},
                    "requestsSent": {"firearm-trace answered": 1}}}
            """);

    private static final List<String> NODES = List.of("us", "mx");

    private final Path folder;
    private final JsonNode summary;

    private PlayedStory(Path folder, JsonNode summary) {
        this.folder = folder;
        this.summary = summary;
    }

    /// Called with the number of the line the storyteller has just ended, from 1, those about deaths not counted; on
    /// the storyteller's thread.
    interface Listener {
        void line(int number);
    }

    static PlayedStory in(Path folder, Listener listener) {
        ByteArrayOutputStream said = new Said(listener);
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int exit = Entente.run(
                new Terminal(out, out),
                new LocalNodes(),
                new Doctor(Clock.systemUTC()),
                "demo",
                "--data",
                folder.toString(),
                "--once",
                "--json",
                "--subjects",
                "3000",
                "--free-ports");
        String text = said.toString(StandardCharsets.UTF_8);
        assertEquals(0, exit, text);
        JsonNode summary = JsonMapper.builder()
                .build()
                .readTree(text.lines().reduce((_, last) -> last).orElseThrow());
        return new PlayedStory(folder, summary);
    }

    JsonNode summary() {
        return summary;
    }

    void assertEveryClaimHeldAndTheEndIsTheOne() {
        assertTrue(summary.path("everyStepHeld").asBoolean(), this::broken);
        assertTrue(summary.path("told").asBoolean());
        assertEquals(END, summary.path("end"));
        assertEquals(0, summary.path("protectedFound").asInt());
        assertEquals(200, summary.path("protectedPersons").asInt());
        assertEquals(4, summary.path("commonTaxpayers").asInt());
        assertEquals(1, summary.path("ofWhichCleared").asInt());
        assertEquals(
                "proposed, consented with a condition, 2 signatures, armed, disarmed, revoked",
                String.join(
                        ", ",
                        summary.path("consentLife")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList()));
    }

    /// Reads every entry of all four logs anew: hashes, tiles, checkpoint, and no request recorded twice.
    void assertLogsAreWhole() {
        for (String node : NODES) {
            for (String log : List.of("exchange", "duty")) {
                Path files =
                        folder.resolve(node).resolve("log").resolve("us-mx").resolve(log);
                assertEquals(List.of(), LogCheck.fsck(files), node + " " + log);
            }
        }
    }

    private String broken() {
        return summary.path("claims")
                .valueStream()
                .filter(claim -> !claim.path("held").asBoolean())
                .map(JsonNode::toString)
                .collect(Collectors.joining("\n"));
    }

    /// Keeps what is printed and tells of every line that begins.
    private static final class Said extends ByteArrayOutputStream {
        private final Listener listener;
        private final StringBuilder line = new StringBuilder();
        private int lineCount;

        private Said(Listener listener) {
            this.listener = listener;
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            super.write(bytes, from, length);
            for (int i = from; i < from + length; i++) {
                if (bytes[i] == '\n') {
                    String ended = line.toString();
                    line.setLength(0);
                    if (!ended.startsWith("Node ") && !ended.startsWith("A node ")) {
                        listener.line(++lineCount);
                    }
                } else {
                    line.append((char) bytes[i]);
                }
            }
        }
    }
}
