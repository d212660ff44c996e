package org.entente.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Secret;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DatabaseTest {
    static final Database DATABASE = TestDatabase.open();

    @BeforeAll
    static void table() {
        DATABASE.run(tx -> tx.dsl().execute("create table public.word (text text primary key)"));
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static int words() {
        return DATABASE.in(
                tx -> tx.dsl().fetchSingle("select count(*) from public.word").get(0, Integer.class));
    }

    @Test
    void committedWorkStays() {
        int before = words();
        DATABASE.run(tx -> tx.dsl().execute("insert into public.word values ('stays')"));
        assertEquals(before + 1, words());
    }

    @Test
    void failedWorkLeavesNothingAndItsExceptionComesOutUnchanged() {
        int before = words();
        var told = new ArrayList<String>();
        var failure = new IllegalArgumentException("the work's own");
        var thrown = assertThrows(
                IllegalArgumentException.class,
                () -> DATABASE.run(tx -> {
                    tx.dsl().execute("insert into public.word values ('goes')");
                    tx.afterCommit(() -> told.add("committed"));
                    throw failure;
                }));
        assertEquals(failure, thrown);
        assertEquals(before, words());
        assertEquals(List.of(), told);
    }

    @Test
    void afterCommitSeesTheCommittedRows() {
        var seen = new ArrayList<Integer>();
        int before = words();
        DATABASE.run(tx -> {
            tx.dsl().execute("insert into public.word values ('seen after commit')");
            tx.afterCommit(() -> seen.add(words()));
        });
        assertEquals(List.of(before + 1), seen);
    }

    @Test
    void transactionInsideTransactionIsRefused() {
        assertThrows(IllegalStateException.class, () -> DATABASE.run(_ -> DATABASE.run(_ -> {})));
    }

    @Test
    void endedTransactionIsRefused() {
        Tx leaked = DATABASE.in(tx -> tx);
        assertThrows(IllegalStateException.class, leaked::dsl);
        assertThrows(IllegalStateException.class, leaked::copy);
    }

    @Test
    void refusedRowSaysItsStateAndNeverItsValues() {
        DATABASE.run(tx -> tx.dsl().execute("insert into public.word values ('GARC800101HDFXXX01')"));
        var refused = assertThrows(
                EntenteException.class,
                () -> DATABASE.run(tx -> tx.dsl().execute("insert into public.word values (?)", "GARC800101HDFXXX01")));
        assertEquals(DatabaseCode.DATABASE_FAILED, refused.code());
        assertEquals(List.of("23505"), refused.facts());
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            assertFalse(String.valueOf(cause.getMessage()).contains("GARC800101HDFXXX01"), cause.getMessage());
        }
    }

    @Test
    void copyTakesPartInTheTransaction() {
        int before = words();
        DATABASE.run(tx -> {
            try {
                var rows = new ByteArrayInputStream("copied 1\ncopied 2\n".getBytes(StandardCharsets.UTF_8));
                assertEquals(2, tx.copy().copyIn("copy public.word from stdin", rows));
            } catch (SQLException failure) {
                throw DatabaseCode.of(failure);
            } catch (IOException impossible) {
                throw new AssertionError(impossible);
            }
        });
        assertEquals(before + 2, words());
    }

    @Test
    void eachTestDatabaseIsItsOwn() {
        try (var other = TestDatabase.open()) {
            var table = other.in(tx ->
                    tx.dsl().fetchSingle("select to_regclass('public.word')").get(0));
            assertEquals(null, table);
            assertTrue(other.answers());
        }
    }

    @Test
    void databaseOfTheOperatorIsMigratedAtOpenAndOpensAgain() {
        var config = TestDatabase.empty();
        Database.open(config).close();
        Database.open(config).close();
    }

    @Test
    void probeSaysTheVersionAndMigratesNothing() throws SQLException {
        var config = TestDatabase.empty();
        assertTrue(Database.probe(config).startsWith("18."));
        try (var connection = java.sql.DriverManager.getConnection(
                        config.jdbcUrl(), config.user(), config.password().reveal());
                var schemas = connection.getMetaData().getSchemas(null, "db")) {
            assertFalse(schemas.next());
        }
    }

    /// In a folder of its own: the doctor's tests, and another run of all tests, rehearse at the same time.
    @Test
    void rehearsalLeavesNothing() throws IOException {
        Path own = Files.createTempDirectory("entente-test-rehearsal-");
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertTrue(Database.rehearse(own).startsWith("18."));
        try (var left = Files.list(own)) {
            assertEquals(List.of(), left.toList());
        }
        Files.delete(own);
    }

    @Test
    void wrongPasswordIsUnreachableOrRefusedAndDoesNotPrintIt() {
        var config = TestDatabase.empty();
        var wrong = new DatabaseConfig.External(config.jdbcUrl(), config.user(), new Secret("not the password"));
        var refused = assertThrows(EntenteException.class, () -> Database.open(wrong));
        assertEquals(List.of("28P01"), refused.facts());
        assertFalse(wrong.toString().contains("not the password"));
    }
}
