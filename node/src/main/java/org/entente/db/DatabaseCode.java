package org.entente.db;

import java.sql.SQLException;
import org.entente.kernel.Code;
import org.entente.kernel.EntenteException;

/// What can go wrong below the transactions.
public enum DatabaseCode implements Code {
    DATABASE_IN_USE(1100, Kind.OURS),
    DATABASE_NO_BINARIES(1101, Kind.OURS),
    DATABASE_BINARIES_DAMAGED(1102, Kind.STORAGE),
    DATABASE_ROOT(1103, Kind.OURS),
    DATABASE_INIT_FAILED(1104, Kind.STORAGE),
    DATABASE_START_FAILED(1105, Kind.STORAGE),
    DATABASE_STOP_FAILED(1106, Kind.STORAGE),
    DATABASE_FILES(1107, Kind.STORAGE),
    DATABASE_TOO_OLD(1108, Kind.OURS),
    DATABASE_UNREACHABLE(1109, Kind.STORAGE),
    DATABASE_CONFLICT(1110, Kind.STORAGE),
    DATABASE_FAILED(1111, Kind.STORAGE),
    MIGRATION_FAILED(1112, Kind.STORAGE);

    private final int number;
    private final Kind kind;

    DatabaseCode(int number, Kind kind) {
        this.number = number;
        this.kind = kind;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    /// The error for a failure of the database: class 08 and 57P (gone), 40 (conflict), else a fault. Carries the SQL
    /// state alone, since messages of the server may quote values.
    public static EntenteException of(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith("08") || state.startsWith("57P") || state.equals("null")) {
            return new EntenteException(DATABASE_UNREACHABLE, failure, state);
        }
        return new EntenteException(state.startsWith("40") ? DATABASE_CONFLICT : DATABASE_FAILED, failure, state);
    }
}
