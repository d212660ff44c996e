package org.entente.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// An open transaction. Opaque outside `<room>.store`: only there may [#dsl] and [#copy] be called. Belongs to the
/// thread that runs the work and ends with it.
public final class Tx {
    /// Bound values are personal data: neither logged nor rendered into texts.
    private static final Settings SETTINGS = new Settings().withExecuteLogging(false);

    private final Connection connection;
    private final DSLContext dsl;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private boolean open = true;

    Tx(Connection connection) {
        this.connection = connection;
        this.dsl = DSL.using(connection, SQLDialect.POSTGRES, SETTINGS);
    }

    /// Typed SQL inside this transaction.
    public DSLContext dsl() {
        requireOpen();
        return dsl;
    }

    /// PostgreSQL's COPY inside this transaction, for bulk. Turn its SQLException into [DatabaseCode#of].
    public CopyManager copy() {
        requireOpen();
        try {
            return connection.unwrap(PGConnection.class).getCopyAPI();
        } catch (SQLException failed) {
            throw DatabaseCode.of(failed);
        }
    }

    /// `action` runs on this thread once the commit is durable, and not at all after a rollback: to wake a worker,
    /// never
    /// to do work that must happen. It must not throw.
    public void afterCommit(Runnable action) {
        requireOpen();
        afterCommit.add(action);
    }

    List<Runnable> end() {
        open = false;
        return afterCommit;
    }

    private void requireOpen() {
        if (!open) {
            throw new IllegalStateException("the transaction has ended");
        }
    }
}
