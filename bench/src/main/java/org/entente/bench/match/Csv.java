package org.entente.bench.match;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Delimited text one row at a time, quotes as in RFC 4180, cells without the white space around them. Bytes that
/// the charset does not know become U+FFFD: the published lists have some.
final class Csv implements AutoCloseable {
    private static final int END = -1;

    private final Reader reader;
    private final char separator;
    private final char[] buffer = new char[1 << 16];
    private int length;
    private int at;

    private Csv(Reader reader, char separator) {
        this.reader = reader;
        this.separator = separator;
    }

    static Csv open(Path file, char separator, Charset charset) throws IOException {
        return new Csv(new java.io.InputStreamReader(Files.newInputStream(file), charset), separator);
    }

    /// The next row, or null after the last.
    @Nullable
    List<String> next() throws IOException {
        if (peek() == END) {
            return null;
        }
        List<String> cells = new ArrayList<>();
        int ended;
        do {
            StringBuilder cell = new StringBuilder();
            ended = readCell(cell);
            cells.add(cell.toString().strip());
        } while (ended == separator);
        return cells;
    }

    /// Appends a cell's text; the character that ended it.
    private int readCell(StringBuilder cell) throws IOException {
        boolean inside = false;
        while (true) {
            int letter = read();
            if (letter == END) {
                return END;
            }
            if (letter == '"' && inside && peek() == '"') {
                cell.append((char) read());
            } else if (letter == '"' && (inside || cell.toString().isBlank())) {
                inside = !inside;
            } else if (!inside && (letter == separator || letter == '\n')) {
                return letter;
            } else {
                cell.append((char) letter);
            }
        }
    }

    private int read() throws IOException {
        int letter = peek();
        at++;
        return letter;
    }

    private int peek() throws IOException {
        if (at >= length) {
            length = reader.read(buffer);
            at = 0;
        }
        return length <= 0 ? END : buffer[at];
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
