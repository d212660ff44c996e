package org.entente.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Each bench at its smallest, as a person runs it: one object a line, every figure, every member.
class BenchTest {
    private static final List<String> MEMBERS =
            List.of("name", "value", "unit", "better", "goal", "limit", "peer", "source", "holds");

    @Test
    void findMeasuresEveryStepBesideItsLimit() {
        List<JsonNode> rows = rows("find", "--json", "--elements", "256");
        assertEquals(
                List.of(
                        "find.raw-multiplication",
                        "find.blind",
                        "find.evaluate",
                        "find.finalize",
                        "find.search",
                        "find.whole",
                        "find.ratio",
                        "find.set"),
                names(rows));
        for (JsonNode row : rows) {
            assertTrue(row.path("goal").isNull() && row.path("holds").isNull(), row.toString());
            assertEquals(
                    row.path("name").asString().equals("find.raw-multiplication"),
                    row.path("limit").isNull(),
                    row.toString());
        }
    }

    @Test
    void importMeasuresBothPartiesBesideCopy() {
        List<JsonNode> rows = rows("import", "--json", "--subjects", "3000");
        assertEquals(List.of("import.mx-invented", "import.mx", "import.us-invented", "import.us"), names(rows));
        assertEquals(5_000, rows.get(1).path("goal").asInt());
        assertEquals(5_000, rows.get(3).path("goal").asInt());
        for (JsonNode row : List.of(rows.get(1), rows.get(3))) {
            assertTrue(row.path("limit").isNumber() && row.path("holds").isBoolean(), row.toString());
        }
    }

    @Test
    void askMeasuresTheLawAndTheInbox() {
        List<JsonNode> rows = rows("ask", "--json", "--requests", "600", "--exchanged", "0", "--attachment", "0");
        assertEquals(List.of("ask.ruling", "ask.inbox-p95"), names(rows));
        assertEquals(100, rows.getFirst().path("goal").asInt());
        assertEquals(150, rows.getLast().path("goal").asInt());
        assertTrue(rows.getLast().path("limit").isNumber(), rows.getLast().toString());
    }

    @Test
    void matchMeasuresTheRowThatIsNamed() throws IOException {
        assumeTrue(Files.isDirectory(Lists.dataFolder().resolve("matching")), "data folder absent (set ENTENTE_DATA)");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertEquals(0, Main.run(out, Duration.ZERO, "match", "--json", "--only", "rldata500", "--seed", "7"));
        List<String> lines = said.toString(StandardCharsets.UTF_8).lines().toList();
        assertTrue(lines.getFirst().startsWith("{\"name\":\"match.rldata500.f1"), lines.getFirst());
        assertTrue(lines.getFirst().contains("sha256:"), lines.getFirst());
        assertNotEquals(0, Main.run(nowhere(), Duration.ZERO, "match", "--only", "nothing"));
    }

    /// Two nodes as processes, set up for it.
    @Test
    @Tag("nightly")
    void askExchangesRequestsBetweenTwoNodes() {
        List<JsonNode> rows = rows("ask", "--json", "--requests", "600", "--exchanged", "20", "--attachment", "0");
        assertEquals("ask.exchange", rows.getLast().path("name").asString());
        assertTrue(rows.getLast().path("goal").isNull(), "the goal is one of a thousand");
    }

    /// Two nodes with a heap of 64 MB each, one of which is killed on the way.
    @Test
    @Tag("nightly")
    void askSendsAnAttachmentBetweenTwoNodes() {
        List<JsonNode> rows = rows("ask", "--json", "--requests", "600", "--exchanged", "0", "--attachment", "20");
        assertEquals(
                List.of("ask.attachment", "ask.attachment-heap"), names(rows).subList(rows.size() - 2, rows.size()));
        assertTrue(rows.get(rows.size() - 2).path("value").asDouble() > 0, rows.toString());
        assertTrue(rows.getLast().path("value").asDouble() <= 64, rows.toString());
    }

    /// The whole demonstration, twice started. Invented subjects are not what the memory's goal is about.
    @Test
    @Tag("nightly")
    void startMeasuresTheDemonstrationItself() {
        List<JsonNode> rows = rows("start", "--json", "--subjects", "3000", "--runs", "1");
        assertEquals(List.of("start.first", "start.pss-us", "start.pss-mx", "start"), names(rows));
        assertEquals(35, rows.getFirst().path("goal").asInt());
        assertEquals(20, rows.getLast().path("goal").asInt());
        assertTrue(rows.get(1).path("goal").isNull() && rows.get(2).path("goal").isNull());
        assertTrue(rows.get(1).path("value").asDouble() > 100, rows.get(1).toString());
    }

    @Test
    void aFolderThatIsNotThereIsNoReasonToMeasureSomethingElse() {
        assertNotEquals(0, Main.run(nowhere(), Duration.ZERO, "import", "--lists", "/nonexistent"));
        assertNotEquals(0, Main.run(nowhere(), Duration.ZERO, "find", "--elements", "0"));
        assertNotEquals(0, Main.run(nowhere(), Duration.ZERO, "nothing"));
    }

    private static PrintStream nowhere() {
        return new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    }

    private static List<JsonNode> rows(String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertEquals(0, Main.run(new PrintStream(said, true, StandardCharsets.UTF_8), Duration.ZERO, arguments));
        List<JsonNode> rows = said.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> JsonMapper.builder().build().readTree(line))
                .toList();
        for (JsonNode row : rows) {
            assertEquals(MEMBERS, List.copyOf(row.propertyNames()));
            assertTrue(row.path("value").asDouble() > 0, row.toString());
            assertTrue(row.path("peer").isNull(), row.toString());
            assertTrue(List.of("higher", "lower").contains(row.path("better").asString()), row.toString());
            assertEquals(row.path("goal").isNull(), row.path("holds").isNull(), row.toString());
        }
        return rows;
    }

    private static List<String> names(List<JsonNode> rows) {
        return rows.stream().map(row -> row.path("name").asString()).toList();
    }
}
