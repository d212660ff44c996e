package org.entente.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The examples in the package comment are the specification; they must be true.
class PackageExamplesTest {
    @Test
    void everyIdentifierExampleHolds() throws IOException {
        List<String[]> rows = examples("identifiers");
        assertTrue(rows.size() >= 17);
        for (String[] row : rows) {
            IdentifierType type = IdentifierType.ofKey(row[0]).orElseThrow();
            assertEquals(row[2], describe(Identifiers.parse(type, row[1])), row[0] + " " + row[1]);
        }
    }

    @Test
    void everyNameExampleHolds() throws IOException {
        List<String[]> rows = examples("names");
        assertTrue(rows.size() >= 5);
        for (String[] row : rows) {
            NameKeys keys = NameKeys.of(row[0]);
            assertEquals(row[1], String.join(" ", keys.tokens()), row[0]);
            assertEquals(row[2], String.join(" ", keys.codes()), row[0]);
        }
    }

    private static String describe(Identifier identifier) {
        return switch (identifier) {
            case Identifier.Parsed parsed -> {
                StringBuilder text = new StringBuilder("parsed " + parsed.canonical());
                parsed.failed().forEach(rule -> text.append(' ').append(rule));
                yield text.toString();
            }
            case Identifier.Masked _ -> "masked";
            case Identifier.Placeholder placeholder -> "placeholder " + placeholder.canonical();
            case Identifier.Unreadable _ -> "unreadable";
        };
    }

    private static List<String[]> examples(String block) throws IOException {
        Path root = Path.of(System.getProperty("entente.root", ".."));
        List<String[]> rows = new ArrayList<>();
        boolean inside = false;
        for (String line :
                Files.readAllLines(root.resolve("match/src/main/java/org/entente/match/package-info.java"))) {
            String text = line.replaceFirst("^///\\s?", "");
            if (text.equals("```" + block)) {
                inside = true;
            } else if (text.startsWith("```")) {
                inside = false;
            } else if (inside) {
                rows.add(text.strip().split("\\s*\\|\\s*"));
            }
        }
        return rows;
    }
}
