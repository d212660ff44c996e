package org.entente.match;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// The data folder beside the repository, read in place.
public final class SharedData {
    private SharedData() {}

    public static Path file(String name) {
        String set = System.getenv("ENTENTE_DATA");
        Path root = Path.of(System.getProperty("entente.root", ".."));
        Path data = set == null ? root.resolveSibling("shared").resolve("data") : Path.of(set);
        Path file = data.toAbsolutePath().normalize().resolve(name);
        if (!Files.exists(file)) {
            if ("true".equals(System.getenv("CI"))) {
                fail("data file absent: " + name);
            }
            assumeTrue(false, "data file absent: " + name + " (set ENTENTE_DATA)");
        }
        return file;
    }
}
