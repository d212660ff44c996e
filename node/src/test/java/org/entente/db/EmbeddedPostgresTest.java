package org.entente.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.entente.kernel.EntenteException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTest {
    /// One cluster for most tests: making it costs more than they do.
    static Path folder;

    @BeforeAll
    static void make() throws IOException {
        folder = Files.createTempDirectory("entente-test-embedded-");
        // Made 0700; the unprivileged user must pass through.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Database.open(config(folder)).close();
    }

    @AfterAll
    static void remove() throws IOException {}

    private static DatabaseConfig.Embedded config(Path directory) {
        return new DatabaseConfig.Embedded(directory.resolve("pg"), TestDatabase.binaries());
    }

    private static String show(Database database, String setting) {
        return database.in(tx -> tx.dsl().fetchSingle("show " + setting).get(0, String.class));
    }

    @Test
    void serverIsDurableOnLoopbackAndTakesScramAlone() throws IOException {
        try (var database = Database.open(config(folder))) {
            assertEquals("on", show(database, "fsync"));
            assertEquals("on", show(database, "synchronous_commit"));
            assertEquals("127.0.0.1", show(database, "listen_addresses"));
            assertTrue(show(database, "server_version").startsWith(PostgresBinaries.VERSION.replaceAll("\\.0$", "")));
            assertEquals(
                    "C.UTF-8",
                    database.in(tx -> tx.dsl()
                            .fetchSingle("select datlocale from pg_database where datname = current_database()")
                            .get(0)));
            assertEquals(
                    "PRÓSPERO ÑANDÚ",
                    database.in(tx -> tx.dsl()
                            .fetchSingle("select upper('próspero ñandú')")
                            .get(0)));
            String url = database.in(
                    tx -> tx.dsl().connectionResult(c -> c.getMetaData().getURL()));
            assertRefused(url, "postgres", "");
            assertRefused(url, "entente", "guess");
        }
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("pg/password"))));
    }

    /// The end of a process that is not our child may never be reported: ask until its command line is gone.
    private static void awaitEnd(ProcessHandle process) throws InterruptedException {
        for (int tries = 0; tries < 200 && process.info().commandLine().isPresent(); tries++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static int kept(Database database) {
        return database.in(
                tx -> tx.dsl().fetchSingle("select id from public.kept").get(0, Integer.class));
    }

    private static void assertRefused(String url, String user, String password) {
        var refused = assertThrows(SQLException.class, () -> DriverManager.getConnection(url, user, password));
        assertTrue(String.valueOf(refused.getSQLState()).startsWith("28"), refused.getSQLState());
    }

    @Test
    void rowsSurviveAKilledServerAndTheOrphanOfAKilledProcessIsReplaced() throws Exception {
        var config = config(folder);
        long orphanPid;
        // What a killed JVM leaves: a running server, and a lock that the system released.
        var abandoned = EmbeddedPostgres.start(config, EmbeddedPostgres.Durability.FULL);
        try (var connection = DriverManager.getConnection(
                        abandoned.jdbcUrl("entente"),
                        "entente",
                        abandoned.password().reveal());
                var statement = connection.createStatement()) {
            statement.execute("create table public.kept (id int)");
            statement.execute("insert into public.kept values (7)");
            orphanPid = abandoned.process().orElseThrow().pid();
        }
        abandoned.abandon();
        try (var database = Database.open(config)) {
            assertNotEquals(orphanPid, database.serverPid().orElseThrow());
            assertEquals(
                    "",
                    ProcessHandle.of(orphanPid)
                            .flatMap(p -> p.info().commandLine())
                            .orElse(""));
            assertEquals(7, kept(database));
            ProcessHandle server =
                    ProcessHandle.of(database.serverPid().orElseThrow()).orElseThrow();
            server.destroyForcibly();
            awaitEnd(server);
        }
        try (var database = Database.open(config)) {
            assertEquals(7, kept(database));
        }
    }

    @Test
    void secondProcessOnTheSameFolderIsRefusedAndDoesNotDisturbTheFirst() throws IOException {
        try (var database = Database.open(config(folder))) {
            var refused = assertThrows(EntenteException.class, () -> Database.open(config(folder)));
            assertEquals(DatabaseCode.DATABASE_IN_USE, refused.code());
            assertTrue(database.answers());
        }
    }

    @Test
    void runningServerIsLookedAtWithoutDisturbingIt() throws IOException {
        try (var database = Database.open(config(folder))) {
            assertTrue(Database.look(config(folder)).startsWith("18."));
            assertTrue(database.answers());
        }
        assertThrows(EntenteException.class, () -> Database.look(config(folder)));
    }

    @Test
    void lostPasswordFileIsReplaced() throws IOException {
        Database.open(config(folder)).close();
        Files.delete(folder.resolve("pg/password"));
        try (var database = Database.open(config(folder))) {
            assertTrue(database.answers());
        }
    }

    @Test
    void strangerUnderTheOldProcessNumberIsLeftAlone() throws IOException {
        Database.open(config(folder)).close();
        long stranger = ProcessHandle.current().pid();
        Files.writeString(folder.resolve("pg/data/postmaster.pid"), stranger + "\n");
        try (var database = Database.open(config(folder))) {
            assertTrue(database.answers());
        }
    }

    @Test
    void asRootWhereNobodyCanReachTheFolderAUserNamespaceServes() throws IOException {
        assumeTrue(new com.sun.security.auth.module.UnixSystem().getUid() == 0, "needs root");
        assumeTrue(
                new Command(Path.of("/"), List.of("unshare", "--user"))
                        .run(Duration.ofSeconds(5), List.of("true"))
                        .succeeded(),
                "needs user namespaces");
        Path closed = Files.createTempDirectory("entente-test-closed-");
        Database.open(config(closed)).close();
        assertEquals(0, Files.getAttribute(closed.resolve("pg"), "unix:uid"));
        Database.open(config(closed)).close();
        Folders.delete(closed);
    }
}
