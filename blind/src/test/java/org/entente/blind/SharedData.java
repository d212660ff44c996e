package org.entente.blind;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Official vectors read in place; where they are absent the test is skipped, but never in continuous integration.
final class SharedData {
    private SharedData() {}

    static JsonNode vectors(String name) {
        String folder = System.getenv("ENTENTE_DATA");
        Path data = folder != null
                ? Path.of(folder)
                : Path.of(System.getProperty("entente.root", "..")).resolve("../shared/data");
        Path file = data.resolve("vectors").resolve(name);
        if (!Files.exists(file)) {
            assertNotEquals("true", System.getenv("CI"), "vectors/" + name + " must be present in CI");
        }
        assumeTrue(Files.exists(file), "shared data absent: vectors/" + name);
        return JsonMapper.shared().readTree(file);
    }
}
