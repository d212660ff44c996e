package org.entente.hold;

import java.util.Arrays;
import java.util.stream.Collectors;

/// One line of a CSV file (RFC 4180) that a person opens in a spreadsheet.
public final class CsvLine {
    private CsvLine() {}

    /// The fields, quoted where they need it, with the line's end.
    public static String of(String... fields) {
        return Arrays.stream(fields).map(CsvLine::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    /// A leading apostrophe keeps a spreadsheet from running a value as a formula.
    private static String quoted(String field) {
        boolean formula = !field.isEmpty() && "=+-@\t\r".indexOf(field.charAt(0)) >= 0;
        String safe = formula ? "'" + field : field;
        boolean quote =
                safe.chars().anyMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r');
        return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
