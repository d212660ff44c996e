package org.entente.bench.match;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Delimited text whose first row names its columns; UTF-8.
final class Rows implements AutoCloseable {
    private final Csv csv;
    private final Map<String, Integer> columns = new HashMap<>();
    private int number;

    private Rows(Csv csv, List<String> head) {
        this.csv = csv;
        for (int column = 0; column < head.size(); column++) {
            columns.put(head.get(column), column);
        }
    }

    static Rows open(Path file, char separator) throws IOException {
        Csv csv = Csv.open(file, separator, StandardCharsets.UTF_8);
        List<String> head = csv.next();
        if (head == null) {
            csv.close();
            throw new IOException("no header in " + file);
        }
        return new Rows(csv, head);
    }

    /// One row. `number` counts from 1 after the header.
    record Row(Map<String, Integer> columns, List<String> cells, int number) {
        /// Empty where the row ends before the column.
        String cell(String column) {
            Integer at = columns.get(column);
            if (at == null) {
                throw new IllegalArgumentException("no column " + column);
            }
            return at < cells.size() ? cells.get(at) : "";
        }
    }

    @Nullable
    Row next() throws IOException {
        List<String> cells = csv.next();
        return cells == null ? null : new Row(columns, cells, ++number);
    }

    interface Reading {
        void row(Row row) throws IOException;
    }

    /// Hands over every row of `file`.
    static void read(Path file, char separator, Reading reading) throws IOException {
        try (Rows rows = open(file, separator)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                reading.row(row);
            }
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
