package org.entente.hold.store;

import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import org.entente.db.DatabaseCode;
import org.entente.db.Tx;

/// Rows as [CopyLine] writes them, collected and sent in one go.
final class CopyRows {
    private final StringBuilder rows = new StringBuilder(1 << 16);

    void line(String line) {
        rows.append(line).append('\n');
    }

    /// With one more column behind.
    void line(String line, long last) {
        rows.append(line).append('\t').append(last).append('\n');
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
}
