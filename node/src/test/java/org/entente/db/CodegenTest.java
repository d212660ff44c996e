package org.entente.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodegenTest {
    private static final Path COMMITTED =
            Path.of(System.getProperty("entente.root", ".."), "node", "src", "generated", "java");

    @Test
    void committedTablesAreThoseOfTheMigrations(@TempDir Path fresh) throws Exception {
        Codegen.generate(fresh);
        var expected = sources(fresh);
        var committed = sources(COMMITTED);
        assertEquals(expected.keySet(), committed.keySet(), "run: ./entente codegen");
        expected.forEach((file, text) -> assertEquals(text, committed.get(file), file + ": run ./entente codegen"));
    }

    private static Map<String, String> sources(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return Map.of();
        }
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> root.relativize(file).toString(), CodegenTest::text, (a, _) -> a, TreeMap::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
