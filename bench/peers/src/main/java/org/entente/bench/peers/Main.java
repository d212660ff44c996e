package org.entente.bench.peers;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `PEER RECORDS PAIRS`: reads records, one value a line as `ordinal TAB field TAB text`, and writes the pairs that the
/// peer takes for one, as `ordinal TAB ordinal`.
final class Main {
    private Main() {}

    /// One value of a record.
    record Cell(String field, String text) {}

    /// Told each pair.
    interface Pairs {
        void pair(int one, int other);
    }

    public static void main(String[] arguments) throws IOException {
        List<List<Cell>> records = read(Path.of(arguments[1]));
        List<String> lines = new ArrayList<>();
        Pairs pairs = (one, other) -> lines.add(one + "\t" + other);
        switch (arguments[0]) {
            case "duke" -> DukeLink.link(records, pairs);
            case "jedai" -> JedaiLink.link(records, pairs);
            default -> throw new IllegalArgumentException("no peer " + arguments[0]);
        }
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[2]), StandardCharsets.UTF_8)) {
            for (String line : lines) {
                out.write(line + "\n");
            }
        }
    }

    private static List<List<Cell>> read(Path file) throws IOException {
        List<List<Cell>> records = new ArrayList<>();
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] cells = line.split("\t", 3);
                int ordinal = Integer.parseInt(cells[0]);
                while (records.size() <= ordinal) {
                    records.add(new ArrayList<>());
                }
                if (cells.length == 3) {
                    records.get(ordinal).add(new Cell(cells[1], cells[2]));
                }
            }
        }
        return records;
    }
}
