package org.entente.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The rows of a field of kind `table`. As it is kept and crosses: a line a row, cells in the order of the columns
/// between
/// tabs, no header, no empty row. As a person gives it: copied from a spreadsheet (tabs) or CSV (RFC 4180, commas or
/// semicolons), with or without a header; choices and yes or no in the pack's words or as the reader sees them.
public final class FormTable {
    private static final String CELL = "\t";
    private static final String ROW = "\n";

    private final Measure.FormField field;
    private final List<Problem> problems = new ArrayList<>();

    private FormTable(Measure.FormField field) {
        this.field = field;
    }

    /// What is wrong with a row, counted from 1 without the header.
    public sealed interface Problem {
        int row();

        record Missing(int row, Measure.FormField column) implements Problem {}

        record Unfit(int row, Measure.FormField column) implements Problem {}

        /// Another number of cells than columns, or a quotation mark that is not closed.
        record Cells(int row, int count) implements Problem {}

        /// More rows than the pack allows; `row` is the first too many.
        record TooMany(int row) implements Problem {}
    }

    /// What was read: the one form that is kept, or the problems, at most one a row.
    public record Read(String text, List<Problem> problems) {
        public Read {
            problems = List.copyOf(problems);
        }
    }

    /// Reads what a person typed.
    public static Read read(Measure.FormField field, String typed) {
        return new FormTable(field).read(typed);
    }

    /// The cells of what is kept, empty ones too.
    public static List<List<String>> rows(String kept) {
        return kept.isEmpty()
                ? List.of()
                : kept.lines().map(line -> List.of(line.split(CELL, -1))).toList();
    }

    /// Whether a text is what is kept of a table of this field.
    static boolean takes(Measure.FormField field, String kept) {
        FormTable table = new FormTable(field);
        String again =
                rows(kept).stream().map(cells -> String.join(CELL, cells)).collect(Collectors.joining(ROW));
        List<List<String>> rows = rows(kept);
        for (int i = 0; i < rows.size(); i++) {
            table.check(i + 1, rows.get(i));
        }
        return again.equals(kept) && table.problems.isEmpty();
    }

    private Read read(String typed) {
        List<String> lines = typed.lines().filter(line -> !line.isBlank()).toList();
        char separator = separator(lines);
        List<Integer> order = null;
        List<String> kept = new ArrayList<>();
        for (String line : lines) {
            Optional<List<String>> cells = cells(line, separator);
            if (order == null) {
                order = cells.flatMap(this::header).orElse(null);
                if (order != null) {
                    continue;
                }
                order = natural();
            }
            int row = kept.size() + 1;
            if (cells.isEmpty() || cells.get().size() > order.size()) {
                problems.add(new Problem.Cells(row, cells.map(List::size).orElse(0)));
                kept.add("");
                continue;
            }
            List<String> ordered = ordered(cells.get(), order);
            check(row, ordered);
            kept.add(String.join(CELL, ordered));
        }
        return new Read(String.join(ROW, kept), problems);
    }

    /// The columns that a first row names, if it is a header and no row.
    private Optional<List<Integer>> header(List<String> cells) {
        List<Integer> order = new ArrayList<>();
        for (String cell : cells) {
            int column = columnOf(cell);
            if (column < 0 || order.contains(column)) {
                return Optional.empty();
            }
            order.add(column);
        }
        return Optional.of(order);
    }

    private int columnOf(String name) {
        for (int i = 0; i < field.columns().size(); i++) {
            Measure.FormField column = field.columns().get(i);
            if (isAny(name, column.key(), column.label().en(), column.label().es())) {
                return i;
            }
        }
        return -1;
    }

    private List<Integer> natural() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < field.columns().size(); i++) {
            order.add(i);
        }
        return order;
    }

    private List<String> ordered(List<String> cells, List<Integer> order) {
        String[] ordered = new String[field.columns().size()];
        Arrays.fill(ordered, "");
        for (int i = 0; i < cells.size(); i++) {
            int column = order.get(i);
            ordered[column] = word(field.columns().get(column), cells.get(i).strip());
        }
        return List.of(ordered);
    }

    /// A choice or a yes or no as the pack writes it, whichever language it was given in.
    private static String word(Measure.FormField column, String cell) {
        return switch (column.kind()) {
            case TEXT, DAY, NUMBER, TABLE -> cell;
            case YES_NO -> isAny(cell, "sí", "si") ? "yes" : cell.toLowerCase(Locale.ROOT);
            case CHOICE ->
                column.options().entrySet().stream()
                        .filter(option -> isAny(
                                cell,
                                option.getKey(),
                                option.getValue().en(),
                                option.getValue().es()))
                        .findFirst()
                        .map(option -> option.getKey())
                        .orElse(cell);
        };
    }

    private static boolean isAny(String text, String... words) {
        return Arrays.stream(words).anyMatch(word -> word.equalsIgnoreCase(text.strip()));
    }

    /// Notes the first problem of a row.
    private void check(int row, List<String> cells) {
        if (row > field.rowsMax()) {
            if (row == field.rowsMax() + 1) {
                problems.add(new Problem.TooMany(row));
            }
            return;
        }
        if (cells.size() != field.columns().size()) {
            problems.add(new Problem.Cells(row, cells.size()));
            return;
        }
        for (int i = 0; i < cells.size(); i++) {
            Measure.FormField column = field.columns().get(i);
            String cell = cells.get(i);
            if (cell.isEmpty() && column.required()) {
                problems.add(new Problem.Missing(row, column));
                return;
            }
            boolean fits = cell.isEmpty()
                    || (cell.length() <= column.lengthMax()
                            && column.takes(cell)
                            && cell.equals(cell.strip())
                            && cell.codePoints().noneMatch(Character::isISOControl));
            if (!fits) {
                problems.add(new Problem.Unfit(row, column));
                return;
            }
        }
    }

    private static char separator(List<String> lines) {
        String first = lines.isEmpty() ? "" : lines.getFirst();
        boolean semicolons = first.chars().filter(one -> one == ';').count()
                > first.chars().filter(one -> one == ',').count();
        return lines.stream().anyMatch(line -> line.contains(CELL)) ? '\t' : semicolons ? ';' : ',';
    }

    /// The cells of a line; empty where a quotation mark is not closed.
    private static Optional<List<String>> cells(String line, char separator) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char sign = line.charAt(i);
            boolean quote = sign == '"' && separator != '\t';
            if (quote && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (quote && (quoted || cell.toString().isBlank())) {
                quoted = !quoted;
            } else if (sign == separator && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(sign);
            }
        }
        cells.add(cell.toString());
        // What a spreadsheet leaves behind the last column.
        while (cells.size() > 1 && cells.getLast().isBlank()) {
            cells.removeLast();
        }
        return quoted ? Optional.empty() : Optional.of(cells);
    }
}
