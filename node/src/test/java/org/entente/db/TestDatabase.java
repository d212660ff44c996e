package org.entente.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/// Fresh, migrated databases for tests, on one embedded server per test run: the server starts at first use (about
/// 2 s) and ends with the JVM; each [#open] takes about 0.1 s.
///
/// ```java
/// static final Database DATABASE = TestDatabase.open();
///
/// @AfterAll
/// static void close() {
///     DATABASE.close();
/// }
/// ```
///
/// Two nodes in one test open two. `ENTENTE_ROOT` is the system property `entente.root`.
public final class TestDatabase {
    private static final AtomicInteger OPENED = new AtomicInteger();
    private static final String TEMPLATE = "migrated";

    private TestDatabase() {}

    /// A database that no one else uses, with every migration applied and no row.
    public static Database open() {
        var server = Server.INSTANCE.postgres;
        String name = "test_" + OPENED.incrementAndGet();
        execute("create database " + name + " template " + TEMPLATE);
        return Database.attach(server.jdbcUrl(name), EmbeddedPostgres.ROLE, server.password());
    }

    /// For a test that opens the database by its configuration, as a node does with one that the operator runs. Empty
    /// and not yet migrated.
    public static DatabaseConfig.External empty() {
        var server = Server.INSTANCE.postgres;
        String name = "test_" + OPENED.incrementAndGet();
        execute("create database " + name);
        return new DatabaseConfig.External(server.jdbcUrl(name), EmbeddedPostgres.ROLE, server.password());
    }

    /// The migrated template itself: to read its tables, never to write.
    static DatabaseConfig.External migrated() {
        var server = Server.INSTANCE.postgres;
        return new DatabaseConfig.External(server.jdbcUrl(TEMPLATE), EmbeddedPostgres.ROLE, server.password());
    }

    /// Where test runs of this checkout keep the unpacked server programs.
    static Path binaries() {
        return Path.of(System.getProperty("entente.root", "."), "node", "target", "postgresql")
                .toAbsolutePath()
                .normalize();
    }

    private static void execute(String sql) {
        var server = Server.INSTANCE.postgres;
        try (var connection = DriverManager.getConnection(
                        server.jdbcUrl(EmbeddedPostgres.DATABASE),
                        EmbeddedPostgres.ROLE,
                        server.password().reveal());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw DatabaseCode.of(failure);
        }
    }

    /// Made when first named.
    private static final class Server {
        static final Server INSTANCE = new Server();

        private final EmbeddedPostgres postgres;

        Server() {
            try {
                Path directory = Files.createTempDirectory("entente-test-pg-");
                postgres = EmbeddedPostgres.start(
                        new DatabaseConfig.Embedded(directory, binaries()), EmbeddedPostgres.Durability.NONE_IN_TESTS);
                Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> end(directory)));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            prepareTemplate();
        }

        private void prepareTemplate() {
            try (var connection = DriverManager.getConnection(
                            postgres.jdbcUrl(EmbeddedPostgres.DATABASE),
                            EmbeddedPostgres.ROLE,
                            postgres.password().reveal());
                    var statement = connection.createStatement()) {
                statement.execute("create database " + TEMPLATE);
            } catch (SQLException failure) {
                throw DatabaseCode.of(failure);
            }
            Database.open(new DatabaseConfig.External(
                            postgres.jdbcUrl(TEMPLATE), EmbeddedPostgres.ROLE, postgres.password()))
                    .close();
        }

        private void end(Path directory) {
            postgres.close();
            try {
                Folders.delete(directory);
            } catch (IOException left) {
                throw new UncheckedIOException(left);
            }
        }
    }
}
