package org.entente.hold.store;

import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.entente.db.DatabaseCode;
import org.entente.db.Tx;
import org.jspecify.annotations.Nullable;

/// Rows of PostgreSQL's COPY text format (its documentation, "File Formats"), collected and sent in one go.
final class CopyRows {
    private final StringBuilder rows = new StringBuilder(1 << 16);
    private boolean begun;
    private long rowCount;

    CopyRows text(@Nullable String value) {
        column();
        if (value == null) {
            rows.append("\\N");
        } else {
            escaped(value);
        }
        return this;
    }

    CopyRows id(UUID value) {
        column();
        rows.append(value);
        return this;
    }

    CopyRows number(long value) {
        column();
        rows.append(value);
        return this;
    }

    /// `date` and `timestamptz` by their ISO text.
    CopyRows time(Object value) {
        column();
        rows.append(value);
        return this;
    }

    /// Elements of letters and digits only; anything else is quoted.
    CopyRows texts(@Nullable List<String> values) {
        column();
        if (values == null) {
            rows.append("\\N");
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

    void end() {
        rows.append('\n');
        begun = false;
        rowCount++;
    }

    long rowCount() {
        return rowCount;
    }

    void send(Tx tx, String target) {
        if (rows.isEmpty()) {
            return;
        }
        try {
            tx.copy().copyIn("copy " + target + " from stdin", new StringReader(rows.toString()));
        } catch (SQLException failed) {
            throw DatabaseCode.of(failed);
        } catch (IOException impossible) {
            throw new IllegalStateException("a StringReader does not fail", impossible);
        }
        rows.setLength(0);
    }

    private void column() {
        if (begun) {
            rows.append('\t');
        }
        begun = true;
    }

    private void escaped(String value) {
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            switch (letter) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                // PostgreSQL's text cannot hold it.
                case '\u0000' -> rows.append('\uFFFD');
                default -> rows.append(Character.isSurrogate(letter) && isLone(value, i) ? '\uFFFD' : letter);
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
