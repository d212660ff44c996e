package org.entente.bench.match;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.match.score.Kind;

/// Pairs of names with an analyst's word on whether they name the same.
record NamePairs(String source, List<NamePair> pairs) {
    NamePairs {
        pairs = List.copyOf(pairs);
    }

    /// How plainly the pair shows it, in the words of the file.
    enum Quality {
        STRONG,
        MEDIUM,
        WEAK
    }

    /// `kinds` has two where the schema leaves open what is named: the better score counts.
    record NamePair(List<Kind> kinds, String one, String other, boolean isMatch, Quality quality) {
        NamePair {
            kinds = List.copyOf(kinds);
        }
    }

    /// The half of OpenSanctions' name_bench that is for development.
    static NamePairs dev(Path data) throws IOException {
        Path file = data.resolve("matching").resolve("name_bench_dev.csv");
        List<NamePair> pairs = new ArrayList<>();
        Rows.read(
                file,
                ',',
                row -> pairs.add(new NamePair(
                        kinds(row.cell("schema")),
                        row.cell("name1"),
                        row.cell("name2"),
                        row.cell("is_match").equals("true"),
                        Quality.valueOf(row.cell("quality").toUpperCase(Locale.ROOT)))));
        return new NamePairs(FileHash.of(file), pairs);
    }

    private static List<Kind> kinds(String schema) throws IOException {
        return switch (schema) {
            case "Person" -> List.of(Kind.PERSON);
            case "Company", "Organization" -> List.of(Kind.ORGANISATION);
            case "LegalEntity" -> List.of(Kind.PERSON, Kind.ORGANISATION);
            case "Vessel" -> List.of(Kind.VESSEL);
            default -> throw new IOException("unknown schema " + schema);
        };
    }
}
