package org.entente.hold.invented;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.entente.hold.Property;
import org.entente.match.Identifier;
import org.entente.match.Identifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PopulationTest {
    private static final int SUBJECT_COUNT = 4_000;
    private static final JsonMapper MAPPER = new JsonMapper();

    @TempDir
    Path folder;

    @Test
    void equalSeedsGiveEqualBytesAndOthersDoNot() throws IOException {
        Population.write(folder.resolve("a"), 7, SUBJECT_COUNT);
        Population.write(folder.resolve("b"), 7, SUBJECT_COUNT);
        Population.write(folder.resolve("c"), 8, SUBJECT_COUNT);
        for (String name : List.of("US.casework.jsonl", "MX.casework.jsonl", "truth.json")) {
            assertEquals(
                    -1,
                    Files.mismatch(
                            folder.resolve("a").resolve(name),
                            folder.resolve("b").resolve(name)));
            assertNotEquals(
                    -1,
                    Files.mismatch(
                            folder.resolve("a").resolve(name),
                            folder.resolve("c").resolve(name)));
        }
    }

    @Test
    void oneInAHundredIsCommonByEqualIdentifiersUnderADamagedName() throws IOException {
        Population.write(folder, 11, SUBJECT_COUNT);
        JsonNode truth = MAPPER.readTree(Files.readString(folder.resolve("truth.json")));
        Map<String, JsonNode> us = rows("US");
        Map<String, JsonNode> mx = rows("MX");
        assertEquals(SUBJECT_COUNT, us.size());
        assertEquals(SUBJECT_COUNT, mx.size());
        assertEquals(SUBJECT_COUNT / 100, truth.path("common").size());
        for (JsonNode pair : truth.path("common")) {
            JsonNode here = Objects.requireNonNull(us.get(pair.path("us").asString()));
            JsonNode there = Objects.requireNonNull(mx.get(pair.path("mx").asString()));
            for (String key : List.of("curp", "rfc", "firearm")) {
                if (pair.has(key)) {
                    assertTrue(values(here).contains(pair.path(key).asString()), pair.toString());
                    assertTrue(values(there).contains(pair.path(key).asString()), pair.toString());
                }
            }
            if (pair.has("curp")) {
                assertNotEquals(first(here, "name"), first(there, "name"));
            }
        }
        Set<String> shared = new HashSet<>(identifiers(us));
        shared.retainAll(identifiers(mx));
        Set<String> said = new HashSet<>();
        truth.path("common")
                .forEach(pair -> List.of("curp", "rfc", "firearm").forEach(key -> {
                    if (pair.has(key)) {
                        said.add(pair.path(key).asString());
                    }
                }));
        assertEquals(said, shared);
    }

    @Test
    void everyIdentifierIsValidAndWithinItsInventedRange() throws IOException {
        Population.write(folder, 13, SUBJECT_COUNT);
        for (String party : List.of("US", "MX")) {
            for (JsonNode row : rows(party).values()) {
                for (JsonNode said : statements(row)) {
                    Property property =
                            Property.ofKey(said.path("property").asString()).orElseThrow();
                    String value = said.path("value").asString();
                    if (property.identifierType().isPresent()) {
                        Identifier.Parsed parsed = (Identifier.Parsed)
                                Identifiers.parse(property.identifierType().get(), value);
                        assertTrue(parsed.isValid(), value);
                    }
                    boolean marked = switch (property) {
                        case CURP -> value.startsWith("ZZZ", 13);
                        case RFC -> value.charAt(value.length() - 3) == 'Z';
                        case PHONE -> value.contains("555 01");
                        case PASSPORT -> value.startsWith("X99");
                        case CLABE -> value.startsWith("999");
                        case IMEI -> value.startsWith("00");
                        case VIN -> value.startsWith("9ZZ");
                        case FIREARM -> value.contains("/ INV");
                        default -> true;
                    };
                    assertTrue(marked, value);
                }
            }
        }
    }

    @Test
    void protectedPersonsAreKnownToOneSideAlone() throws IOException {
        Population.write(folder, 17, SUBJECT_COUNT);
        JsonNode truth = MAPPER.readTree(Files.readString(folder.resolve("truth.json")));
        Set<String> usIdentifiers = identifiers(rows("US"));
        Set<String> mxIdentifiers = identifiers(rows("MX"));
        assertEquals(200, truth.path("protected").path("US").size());
        assertEquals(200, truth.path("protected").path("MX").size());
        truth.path("protected")
                .path("MX")
                .forEach(person -> person.path("identifiers").forEach(identifier -> {
                    String value = identifier.path("value").asString();
                    assertTrue(mxIdentifiers.contains(value) && !usIdentifiers.contains(value), value);
                }));
        Set<String> classes = new HashSet<>();
        truth.path("protected")
                .path("US")
                .forEach(person -> classes.add(person.path("class").asString()));
        assertEquals(6, classes.size());
        assertEquals(4, truth.path("commonTaxpayers").size());
        assertEquals(1, truth.path("clearedTaxpayers").size());
        assertTrue(truth.path("firearm").has("recoveryMx"));
        assertTrue(truth.path("personOfInterest").has("rfc"));
    }

    private Map<String, JsonNode> rows(String party) throws IOException {
        Map<String, JsonNode> rows = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve(party + ".casework.jsonl"))) {
            JsonNode row = MAPPER.readTree(line);
            if (row.has("id")) {
                assertEquals(null, rows.put(row.path("id").asString(), row));
            }
        }
        return rows;
    }

    private static Set<String> identifiers(Map<String, JsonNode> rows) {
        Set<String> values = new HashSet<>();
        for (JsonNode row : rows.values()) {
            for (JsonNode said : statements(row)) {
                if (Property.ofKey(said.path("property").asString())
                        .flatMap(Property::identifierType)
                        .isPresent()) {
                    values.add(said.path("value").asString());
                }
            }
        }
        return values;
    }

    private static Set<String> values(JsonNode row) {
        Set<String> values = new HashSet<>();
        statements(row).forEach(said -> values.add(said.path("value").asString()));
        return values;
    }

    private static String first(JsonNode row, String property) {
        return statements(row).stream()
                .filter(said -> said.path("property").asString().equals(property))
                .map(said -> said.path("value").asString())
                .findFirst()
                .orElse("");
    }

    private static List<JsonNode> statements(JsonNode row) {
        List<JsonNode> statements = new ArrayList<>();
        row.path("facets").forEach(facet -> facet.path("statements").forEach(statements::add));
        return statements;
    }
}
