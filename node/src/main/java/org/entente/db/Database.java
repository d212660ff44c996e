package org.entente.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Secret;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/// The open database of a node. Thread-safe; close it last.
public final class Database implements Transactions, AutoCloseable {
    static {
        // jOOQ greets on standard output, which belongs to the doors.
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private final HikariDataSource pool;
    private final @Nullable EmbeddedPostgres server;
    private final Runnable closed;
    private final ScopedValue<Boolean> insideTransaction = ScopedValue.newInstance();

    private Database(HikariDataSource pool, @Nullable EmbeddedPostgres server, Runnable closed) {
        this.pool = pool;
        this.server = server;
        this.closed = closed;
    }

    /// Starts the embedded server if it is ours, brings the tables to the form this version needs, opens the pool.
    /// First start about 4 s, later ones about 1 s.
    public static Database open(DatabaseConfig config) {
        return switch (config) {
            case DatabaseConfig.External(String jdbcUrl, String user, Secret password) ->
                open(jdbcUrl, user, password, null);
            case DatabaseConfig.Embedded embedded -> {
                var server = EmbeddedPostgres.start(embedded, EmbeddedPostgres.Durability.FULL);
                try {
                    yield open(
                            server.jdbcUrl(EmbeddedPostgres.DATABASE),
                            EmbeddedPostgres.ROLE,
                            server.password(),
                            server);
                } catch (EntenteException failed) {
                    server.close();
                    throw failed;
                }
            }
        };
    }

    /// Starts or reaches the server, changes nothing, and says its version ("18.6"). For the doctor.
    public static String probe(DatabaseConfig config) {
        return switch (config) {
            case DatabaseConfig.External(String jdbcUrl, String user, Secret password) ->
                version(jdbcUrl, user, password);
            case DatabaseConfig.Embedded embedded -> {
                try (var server = EmbeddedPostgres.start(embedded, EmbeddedPostgres.Durability.FULL)) {
                    yield version(server.jdbcUrl(EmbeddedPostgres.DATABASE), EmbeddedPostgres.ROLE, server.password());
                }
            }
        };
    }

    /// Reaches a server that runs already, changes nothing, and says its version. For the doctor, while the node
    /// runs.
    public static String look(DatabaseConfig config) {
        return switch (config) {
            case DatabaseConfig.External(String jdbcUrl, String user, Secret password) ->
                version(jdbcUrl, user, password);
            case DatabaseConfig.Embedded embedded -> {
                EmbeddedPostgres.Running running = EmbeddedPostgres.running(embedded);
                yield version(running.jdbcUrl(), EmbeddedPostgres.ROLE, running.password());
            }
        };
    }

    /// [#probe] of an embedded server made for the occasion: whether one can run here at all. About 5 s.
    public static String rehearse() {
        return rehearse(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /// [#rehearse()] in a folder of the caller's, which every account of the machine must be able to enter.
    static String rehearse(Path temp) {
        try {
            Path scratch = Files.createTempDirectory(temp, "entente-rehearsal-");
            try {
                Files.setPosixFilePermissions(scratch, PosixFilePermissions.fromString("rwxr-xr-x"));
                return probe(new DatabaseConfig.Embedded(scratch.resolve("pg"), scratch.resolve("bin")));
            } finally {
                Folders.delete(scratch);
            }
        } catch (IOException failed) {
            throw new EntenteException(
                    DatabaseCode.DATABASE_FILES, failed, "temp", String.valueOf(failed.getMessage()));
        }
    }

    private static String version(String jdbcUrl, String user, Secret password) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, password.reveal())) {
            requireVersion(connection);
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException failure) {
            throw DatabaseCode.of(failure);
        }
    }

    private static Database open(String jdbcUrl, String user, Secret password, @Nullable EmbeddedPostgres server) {
        var pool = pool(jdbcUrl, user, password, Limits.POOL_CONNECTIONS);
        try {
            try (Connection connection = pool.getConnection()) {
                requireVersion(connection);
            }
            migrate(pool);
            return new Database(pool, server, () -> {});
        } catch (SQLException failure) {
            pool.close();
            throw DatabaseCode.of(failure);
        } catch (EntenteException failed) {
            pool.close();
            throw failed;
        }
    }

    /// On a database that is already migrated; the server is someone else's to stop. The action follows the close.
    static Database attach(String jdbcUrl, String user, Secret password, Runnable closed) {
        return new Database(pool(jdbcUrl, user, password, 4), null, closed);
    }

    private static HikariDataSource pool(String jdbcUrl, String user, Secret password, int connections) {
        var config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setUsername(user);
        config.setPassword(password.reveal());
        config.setAutoCommit(false);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(Limits.CONNECTION_WAIT.toMillis());
        config.setPoolName("entente");
        // DETAIL lines quote the values of refused rows.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("ApplicationName", "entente");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException refused) {
            throw refused.getCause() instanceof SQLException failure ? DatabaseCode.of(failure) : refused;
        }
    }

    private static void requireVersion(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < Limits.OLDEST_SERVER) {
            throw new EntenteException(DatabaseCode.DATABASE_TOO_OLD, String.valueOf(version));
        }
    }

    private static void migrate(HikariDataSource pool) {
        try {
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db/migration")
                    .defaultSchema("db")
                    .table("migrations")
                    .validateMigrationNaming(true)
                    // Rooms own disjoint schemas and their migrations land in any order.
                    .outOfOrder(true)
                    .load()
                    .migrate();
        } catch (FlywayException failed) {
            throw new EntenteException(
                    DatabaseCode.MIGRATION_FAILED,
                    failed,
                    String.valueOf(failed.getMessage()).lines().findFirst().orElse(""));
        }
    }

    @Override
    public <T extends @Nullable Object> T in(Function<Tx, T> work) {
        if (insideTransaction.isBound()) {
            throw new IllegalStateException("a transaction inside a transaction: hand the Tx down instead");
        }
        List<Runnable> afterCommit;
        T result;
        try (Connection connection = pool.getConnection()) {
            var tx = new Tx(connection);
            try {
                result = ScopedValue.where(insideTransaction, true).call(() -> work.apply(tx));
                connection.commit();
            } finally {
                afterCommit = tx.end();
                // Nothing is open after a commit; after a failure this undoes the work.
                connection.rollback();
            }
        } catch (SQLException failure) {
            throw DatabaseCode.of(failure);
        } catch (DataAccessException refused) {
            throw refused.getCause() instanceof SQLException failure ? DatabaseCode.of(failure) : refused;
        }
        afterCommit.forEach(Runnable::run);
        return result;
    }

    /// Whether a statement goes through now.
    public boolean answers() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid((int) Limits.PROBE.toSeconds());
        } catch (SQLException gone) {
            return false;
        }
    }

    /// The embedded server's process id, for those who measure it; empty when the server is not ours.
    public OptionalLong serverPid() {
        if (server == null) {
            return OptionalLong.empty();
        }
        return server.process().stream().mapToLong(ProcessHandle::pid).findFirst();
    }

    @Override
    public void close() {
        pool.close();
        if (server != null) {
            server.close();
        }
        closed.run();
    }
}
