package org.entente.bench.match;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Names of people who are on no list.
record Innocents(String source, List<String> names) {
    Innocents {
        names = List.copyOf(names);
    }

    /// 50,000 synthetic inhabitants of the United States.
    static Innocents unitedStates(Path data) throws IOException {
        Path file = data.resolve("matching").resolve("innocents_us.csv");
        List<String> names = new ArrayList<>();
        Rows.read(file, ',', row -> names.add(row.cell("full_name")));
        return new Innocents(FileHash.of(file), names);
    }
}
