package org.entente.hold.imports;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads RFC 4180 records one at a time: quoted fields with doubled quotes and line breaks, CR LF or LF, and
/// the DOS end mark (U+001A) that the Treasury still writes. Never more than one record in memory; a record
/// that breaks a limit or ends inside a quote is given as broken and reading goes on at the next line.
final class CsvRows implements AutoCloseable {
    /// One record; `fields` is empty when it is broken. `ended` by a line break: the last record of a file that was
    /// cut short is not.
    record Row(int number, List<String> fields, boolean broken, boolean ended) {
        /// The field of a record of a wrong shape, if it is certain to be its own: the record is one whole line
        /// and the field not its last.
        String certain(int index) {
            boolean certain = ended
                    && index + 1 < fields.size()
                    && fields.stream().noneMatch(text -> text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0);
            return certain ? fields.get(index).strip() : "";
        }
    }

    private static final int END = -1;
    private static final char DOS_END = '\u001A';

    private final Reader reader;
    private final char separator;
    private final StringBuilder field = new StringBuilder();
    private int number;
    private int ahead = NOTHING;
    private static final int NOTHING = -2;

    CsvRows(Reader reader, char separator) {
        this.reader = reader;
        this.separator = separator;
    }

    /// The next record, or null at the end. Empty lines count in the numbering but are not given.
    @Nullable
    Row next() throws IOException {
        while (number < Limits.ROW_COUNT_MAX) {
            int first = peek();
            if (first == END || first == DOS_END) {
                return null;
            }
            number++;
            if (first == '\n' || first == '\r') {
                endLine(read());
                continue;
            }
            return record();
        }
        return null;
    }

    private Row record() throws IOException {
        List<String> fields = new ArrayList<>(20);
        while (true) {
            field.setLength(0);
            int end = peek() == '"' ? quoted() : plain();
            if (end == BROKEN || fields.size() >= Limits.COLUMN_COUNT_MAX) {
                skipLine(end);
                return new Row(number, List.of(), true, false);
            }
            fields.add(field.toString());
            if (end != separator) {
                endLine(end);
                return new Row(number, fields, false, end != END);
            }
        }
    }

    private static final int BROKEN = -3;

    /// Returns the character that ended the field.
    private int plain() throws IOException {
        while (true) {
            int next = read();
            if (next == END || next == separator || next == '\n' || next == '\r') {
                return next;
            }
            if (field.length() >= Limits.FIELD_LENGTH_MAX) {
                return BROKEN;
            }
            field.append((char) next);
        }
    }

    private int quoted() throws IOException {
        int opening = read();
        while (opening != END) {
            int next = read();
            if (next == END || field.length() >= Limits.FIELD_LENGTH_MAX) {
                return BROKEN;
            }
            if (next != '"') {
                field.append((char) next);
                continue;
            }
            int after = read();
            if (after == '"') {
                field.append('"');
                continue;
            }
            // What stands between a closing quote and the separator belongs to the field: some writers leave blanks.
            while (after != END && after != separator && after != '\n' && after != '\r') {
                if (field.length() >= Limits.FIELD_LENGTH_MAX) {
                    return BROKEN;
                }
                field.append((char) after);
                after = read();
            }
            return after;
        }
        return BROKEN;
    }

    private void skipLine(int last) throws IOException {
        int next = last;
        while (next != END && next != '\n') {
            next = read();
        }
    }

    private void endLine(int last) throws IOException {
        if (last == '\r' && peek() == '\n') {
            read();
        }
    }

    private int peek() throws IOException {
        if (ahead == NOTHING) {
            ahead = reader.read();
        }
        return ahead;
    }

    private int read() throws IOException {
        int next = peek();
        ahead = NOTHING;
        return next;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
