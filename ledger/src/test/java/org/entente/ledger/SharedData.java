package org.entente.ledger;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Official vectors read in place; where they are absent the test is skipped, but never in continuous integration.
public final class SharedData {
    private SharedData() {}

    public static Path path(String name) {
        String folder = System.getenv("ENTENTE_DATA");
        Path data = folder != null
                ? Path.of(folder)
                : Path.of(System.getProperty("entente.root", "..")).resolve("../shared/data");
        Path path = data.resolve("ledger").resolve(name);
        if (!Files.exists(path)) {
            assertNotEquals("true", System.getenv("CI"), "ledger/" + name + " must be present in CI");
        }
        assumeTrue(Files.exists(path), "shared data absent: ledger/" + name);
        return path;
    }

    public static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode json(String name) {
        return JsonMapper.shared().readTree(bytes(name));
    }

    /// Every regular file below a folder, as names for [#bytes].
    public static List<String> files(String folder) {
        Path root = path(folder);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder + "/" + root.relativize(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
