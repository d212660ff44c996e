package org.entente.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.TreeMap;
import org.entente.db.Database;
import org.entente.db.TestDatabase;
import org.entente.db.Tx;
import org.entente.kernel.AgreementId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the other rooms' tests rely on.
class LedgerFakeTest {
    private static final Database DB = TestDatabase.open();

    private final LedgerFake ledger = new LedgerFake();

    @BeforeAll
    static void make() {
        DB.run(tx -> tx.dsl().execute("create table public.effect (id int)"));
    }

    @AfterAll
    static void close() {
        DB.close();
    }

    @Test
    void anEntryAndARowOfTheSameTransactionCarryTheSameNumber() {
        DB.run(tx -> {
            effect(tx, 1);
            request(tx, "hold.opened");
        });
        DB.run(tx -> request(tx, "hold.opened"));
        List<LedgerFake.Asked> asked = ledger.asked("hold.opened");
        assertEquals(xmin(1), asked.getFirst().transaction());
        assertNotEquals(xmin(1), asked.getLast().transaction());
    }

    @Test
    void aRefusedEntryTakesTheEffectWithIt() {
        ledger.failOn("hold.opened");
        assertThrows(
                LedgerFake.Failed.class,
                () -> DB.run(tx -> {
                    effect(tx, 2);
                    request(tx, "hold.opened");
                }));
        assertEquals(0, count(2));
        DB.run(tx -> request(tx, "hold.searched"));
        ledger.failOnNothing();
        DB.run(tx -> request(tx, "hold.opened"));
        assertEquals(List.of("hold.searched", "hold.opened"), ledger.committedDutyTypes());
    }

    @Test
    void whatRolledBackWasAskedForAndIsNotCommitted() {
        assertThrows(
                IllegalStateException.class,
                () -> DB.run(tx -> {
                    request(tx, "hold.opened");
                    throw new IllegalStateException("after the entry");
                }));
        assertEquals(List.of("hold.opened"), ledger.dutyTypes());
        assertEquals(List.of(), ledger.committedDutyTypes());
    }

    private void request(Tx tx, String type) {
        ledger.request(tx, new Leaf.Duty(new AgreementId("us-mx"), type, new TreeMap<>()));
    }

    private static void effect(Tx tx, int id) {
        tx.dsl().execute("insert into public.effect values (?)", id);
    }

    private static String xmin(int id) {
        return DB.in(tx -> tx.dsl()
                .fetchSingle("select xmin::text from public.effect where id = ?", id)
                .get(0, String.class));
    }

    private static int count(int id) {
        return DB.in(tx -> tx.dsl()
                .fetchSingle("select count(*) from public.effect where id = ?", id)
                .get(0, Integer.class));
    }
}
