package org.entente.bench.match;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// The data folder beside the repository, read in place.
final class SharedData {
    private SharedData() {}

    static Path folder() {
        String set = System.getenv("ENTENTE_DATA");
        Path root = Path.of(System.getProperty("entente.root", "..")).toAbsolutePath();
        Path data = set == null ? root.resolveSibling("shared").resolve("data") : Path.of(set);
        if (!Files.isDirectory(data)) {
            if ("true".equals(System.getenv("CI"))) {
                fail("data folder absent");
            }
            assumeTrue(false, "data folder absent (set ENTENTE_DATA)");
        }
        return data.normalize();
    }
}
