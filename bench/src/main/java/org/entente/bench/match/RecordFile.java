package org.entente.bench.match;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.entente.match.score.Facet;
import org.entente.match.score.Field;
import org.entente.match.score.Kind;
import org.entente.match.score.Value;
import org.jspecify.annotations.Nullable;

/// Invented records as CSV: one row a facet, rows of one record together, the truth in the column `entity`. A field
/// that may repeat has columns `name`, `name_2` and so on.
final class RecordFile {
    private static final String RECORD = "record";
    private static final String ENTITY = "entity";
    private static final Map<Field, Integer> REPEATED = Map.of(Field.OTHER_NUMBER, 3, Field.TELEPHONE, 2);

    private RecordFile() {}

    /// The columns of a kind's file and the field of each.
    static Columns columns(Kind kind) {
        Map<String, Field> columns = new LinkedHashMap<>();
        for (Field field : fields(kind)) {
            for (int number = 1; number <= REPEATED.getOrDefault(field, 1); number++) {
                columns.put(column(field, number), field);
            }
        }
        return new Columns(kind, WrittenDate.YEAR_FIRST, columns);
    }

    private static List<Field> fields(Kind kind) {
        return switch (kind) {
            case PERSON ->
                List.of(
                        Field.NAME,
                        Field.GIVEN_NAME,
                        Field.SURNAME,
                        Field.PATERNAL_SURNAME,
                        Field.MATERNAL_SURNAME,
                        Field.BIRTH_DATE,
                        Field.SEX,
                        Field.BIRTH_PLACE,
                        Field.NATIONALITY,
                        Field.CURP,
                        Field.RFC,
                        Field.PASSPORT,
                        Field.OTHER_NUMBER,
                        Field.TELEPHONE,
                        Field.ADDRESS,
                        Field.LOCALITY,
                        Field.REGION,
                        Field.POSTCODE,
                        Field.COUNTRY);
            case ORGANISATION ->
                List.of(
                        Field.NAME,
                        Field.RFC,
                        Field.OTHER_NUMBER,
                        Field.TELEPHONE,
                        Field.ADDRESS,
                        Field.LOCALITY,
                        Field.REGION,
                        Field.POSTCODE,
                        Field.COUNTRY);
            case VEHICLE ->
                List.of(Field.VIN, Field.PLATE, Field.MAKER, Field.MODEL, Field.MODEL_YEAR, Field.COLOUR, Field.REGION);
            case FIREARM -> List.of(Field.SERIAL, Field.MAKER, Field.MODEL, Field.CALIBRE);
            case VESSEL, AIRCRAFT, PHONE, DOCUMENT -> throw new IllegalArgumentException("no file of " + kind);
        };
    }

    private static String column(Field field, int number) {
        String name = field.name().toLowerCase(Locale.ROOT);
        return number == 1 ? name : name + "_" + number;
    }

    /// What hands over its records one after the other.
    interface Source {
        void forEach(Consumer<Labelled> to);
    }

    static void write(Path file, Kind kind, Source records) throws IOException {
        List<String> head = List.copyOf(columns(kind).fields().keySet());
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(RECORD + "," + ENTITY + "," + String.join(",", head) + "\n");
            records.forEach(record -> {
                try {
                    write(out, head, record);
                } catch (IOException unwritable) {
                    throw new UncheckedIOException(unwritable);
                }
            });
        } catch (UncheckedIOException unwritable) {
            throw new IOException(unwritable);
        }
    }

    private static void write(BufferedWriter out, List<String> head, Labelled record) throws IOException {
        for (Facet facet : record.facets()) {
            Map<String, String> cells = cells(facet);
            out.write(record.id());
            out.write(',');
            out.write(record.entity());
            for (String column : head) {
                out.write(',');
                String text = cells.remove(column);
                if (text != null) {
                    out.write(quoted(text));
                }
            }
            out.write('\n');
            if (!cells.isEmpty()) {
                throw new IllegalArgumentException("no column for " + cells.keySet());
            }
        }
    }

    private static Map<String, String> cells(Facet facet) {
        Map<Field, Integer> numbers = new EnumMap<>(Field.class);
        Map<String, String> cells = new LinkedHashMap<>();
        for (Value value : facet.values()) {
            int number = numbers.merge(value.field(), 1, Integer::sum);
            cells.put(column(value.field(), number), value.text());
        }
        return cells;
    }

    private static String quoted(String text) {
        return text.indexOf(',') < 0 && text.indexOf('"') < 0 ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /// Reads the files one after the other, anew for each iteration; holds one record at a time. An iteration that
    /// is given up leaves its file open until it is collected.
    static Iterable<Labelled> read(Kind kind, List<Path> files) {
        return () -> new Iteration(columns(kind), files.iterator());
    }

    private static final class Iteration implements Iterator<Labelled> {
        private final Columns columns;
        private final Iterator<Path> files;
        private @Nullable Rows rows;
        private Rows.@Nullable Row ahead;

        Iteration(Columns columns, Iterator<Path> files) {
            this.columns = columns;
            this.files = files;
            advance();
        }

        @Override
        public boolean hasNext() {
            return ahead != null;
        }

        @Override
        public Labelled next() {
            Rows.Row first = ahead;
            if (first == null) {
                throw new NoSuchElementException();
            }
            String id = first.cell(RECORD);
            List<Facet> facets = new ArrayList<>(1);
            for (Rows.Row row = first; row != null && row.cell(RECORD).equals(id); row = ahead) {
                facets.add(columns.facet(row::cell, id));
                advance();
            }
            return new Labelled(id, facets, first.cell(ENTITY));
        }

        private void advance() {
            try {
                ahead = rows == null ? null : rows.next();
                while (ahead == null && files.hasNext()) {
                    if (rows != null) {
                        rows.close();
                    }
                    rows = Rows.open(files.next(), ',');
                    ahead = rows.next();
                }
                if (ahead == null && rows != null) {
                    rows.close();
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
