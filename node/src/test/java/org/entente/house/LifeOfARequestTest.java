package org.entente.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LifeOfARequestTest {
    private static final Pattern NAME = Pattern.compile("`([a-z.]+\\.[A-Z][A-Za-z]+)`");

    @Test
    void everyClassThatThePageNamesExists() throws IOException {
        Path root = Path.of(System.getProperty("entente.root", ".."));
        Matcher names = NAME.matcher(Files.readString(root.resolve("docs/life-of-a-request.md")));
        List<String> missing = new ArrayList<>();
        int count = 0;
        while (names.find()) {
            count++;
            String path = "src/main/java/org/entente/" + names.group(1).replace('.', '/') + ".java";
            boolean present = Files.exists(root.resolve("node").resolve(path))
                    || Files.exists(root.resolve("ledger").resolve(path));
            if (!present) {
                missing.add(names.group(1));
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(count > 30, "names found: " + count);
    }
}
