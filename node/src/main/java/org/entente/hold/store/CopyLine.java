package org.entente.hold.store;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row after another of PostgreSQL's COPY text format (its documentation, "File Formats"), each without its line
/// end. One thread at a time.
final class CopyLine {
    private final StringBuilder line = new StringBuilder(512);
    /// Not whether the line is empty: its first column may be.
    private boolean begun;

    CopyLine text(@Nullable String value) {
        column();
        if (value == null) {
            line.append("\\N");
        } else {
            escaped(value);
        }
        return this;
    }

    CopyLine id(UUID value) {
        column();
        line.append(value);
        return this;
    }

    CopyLine number(long value) {
        column();
        line.append(value);
        return this;
    }

    /// `date` and `timestamptz` by their ISO text.
    CopyLine time(Object value) {
        column();
        line.append(value);
        return this;
    }

    /// Elements of letters and digits only; anything else is quoted.
    CopyLine texts(@Nullable List<String> values) {
        column();
        if (values == null) {
            line.append("\\N");
            return this;
        }
        StringBuilder array = new StringBuilder("{");
        for (String value : values) {
            array.append(array.length() > 1 ? "," : "")
                    .append('"')
                    .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        escaped(array.append('}').toString());
        return this;
    }

    /// The row; the next begins.
    String end() {
        String text = line.toString();
        line.setLength(0);
        begun = false;
        return text;
    }

    private void column() {
        if (begun) {
            line.append('\t');
        }
        begun = true;
    }

    /// Most values; they go in at once.
    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (letter < ' ' || letter == '\\' || Character.isSurrogate(letter)) {
                return false;
            }
        }
        return true;
    }

    private void escaped(String value) {
        if (isPlain(value)) {
            line.append(value);
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            switch (letter) {
                case '\\' -> line.append("\\\\");
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                // PostgreSQL's text cannot hold it.
                case '\u0000' -> line.append('\uFFFD');
                default -> line.append(Character.isSurrogate(letter) && isLone(value, i) ? '\uFFFD' : letter);
            }
        }
    }

    private static boolean isLone(String value, int at) {
        char letter = value.charAt(at);
        return Character.isHighSurrogate(letter)
                ? at + 1 >= value.length() || !Character.isLowSurrogate(value.charAt(at + 1))
                : at == 0 || !Character.isHighSurrogate(value.charAt(at - 1));
    }
}
