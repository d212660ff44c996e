package org.entente.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/// Fresh, migrated databases for tests, on one embedded server per test run: the server starts at first use (about
/// 2 s) and ends with the JVM; each [#open] takes some 40 ms of a processor.
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

    /// The write-ahead log of a run is at most 512 MB, what is open at one time half of that.
    private static final long MEMORY_BYTES_NEEDED = 4L << 30;

    private TestDatabase() {}

    /// A database that no one else uses, with every migration applied and no row. It is gone once closed.
    public static Database open() {
        DatabaseConfig.External fresh = fresh();
        String name = fresh.jdbcUrl().substring(fresh.jdbcUrl().lastIndexOf('/') + 1);
        return Database.attach(
                fresh.jdbcUrl(),
                fresh.user(),
                fresh.password(),
                () -> Server.INSTANCE.execute("drop database if exists " + name + " with (force)"));
    }

    /// For a test that opens the database by its configuration, as a node does with one that the operator runs.
    /// Migrated, without a row.
    public static DatabaseConfig.External fresh() {
        // The default strategy writes every page of the template to the write-ahead log first.
        return create(" template " + TEMPLATE + " strategy file_copy");
    }

    /// As [#fresh], but not yet migrated.
    public static DatabaseConfig.External empty() {
        return create("");
    }

    private static DatabaseConfig.External create(String form) {
        Server server = Server.INSTANCE;
        String name = "test_" + OPENED.incrementAndGet();
        server.execute("create database " + name + form);
        return server.config(name);
    }

    /// Where test runs of this checkout keep the unpacked server programs.
    static Path binaries() {
        return Path.of(System.getProperty("entente.root", "."), "node", "target", "postgresql")
                .toAbsolutePath()
                .normalize();
    }

    /// Made when first named.
    private static final class Server {
        static final Server INSTANCE = new Server();

        private final EmbeddedPostgres postgres;
        private final Connection connection;

        Server() {
            try {
                Path directory = Files.createTempDirectory(place(), "entente-test-pg-");
                postgres = EmbeddedPostgres.start(
                        new DatabaseConfig.Embedded(directory, binaries()), EmbeddedPostgres.Durability.NONE_IN_TESTS);
                Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> end(directory)));
                connection = DriverManager.getConnection(
                        postgres.jdbcUrl(EmbeddedPostgres.DATABASE),
                        EmbeddedPostgres.ROLE,
                        postgres.password().reveal());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } catch (SQLException failure) {
                throw DatabaseCode.of(failure);
            }
            execute("create database " + TEMPLATE);
            Database.open(config(TEMPLATE)).close();
        }

        /// In memory where there is enough of it: a thousand databases are made and dropped in a run, 11 MB each.
        private static Path place() throws IOException {
            Path memory = Path.of("/dev/shm");
            boolean roomy =
                    Files.isWritable(memory) && Files.getFileStore(memory).getUsableSpace() >= MEMORY_BYTES_NEEDED;
            return roomy ? memory : Path.of(System.getProperty("java.io.tmpdir"));
        }

        DatabaseConfig.External config(String name) {
            return new DatabaseConfig.External(postgres.jdbcUrl(name), EmbeddedPostgres.ROLE, postgres.password());
        }

        /// On the one connection that stays open: a log-in costs 15 ms.
        synchronized void execute(String sql) {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException failure) {
                throw DatabaseCode.of(failure);
            }
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
