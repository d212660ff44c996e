package org.entente.exchange.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.entente.db.Database;
import org.entente.db.TestDatabase;
import org.entente.kernel.AgreementId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class QueueStoreTest {
    private static final Database DB = TestDatabase.open();
    private static final AgreementId AGREEMENT = new AgreementId("us-mx");

    private final QueueStore store = new QueueStore();

    @AfterAll
    static void close() {
        DB.close();
    }

    /// An arrival locks its counter and then a verb's rows; an officer's act locks those rows and then the outgoing
    /// counter. On one row the two waited for each other and PostgreSQL killed one (40P01).
    @Test
    void anArrivalDoesNotHoldUpTheOutgoingCounter() {
        long taken = DB.in(arrival -> {
            store.lockExpected(arrival, AGREEMENT);
            CompletableFuture<Long> officer =
                    CompletableFuture.supplyAsync(() -> DB.in(tx -> store.takeSequence(tx, AGREEMENT)));
            return officer.orTimeout(10, TimeUnit.SECONDS).join();
        });
        assertEquals(1, taken);
    }

    @Test
    void aNumberIsGivenBackByARollback() {
        AgreementId other = new AgreementId("us-other");
        try {
            DB.run(tx -> {
                store.takeSequence(tx, other);
                throw new IllegalStateException("rolled back");
            });
        } catch (IllegalStateException expected) {
            assertEquals("rolled back", expected.getMessage());
        }
        assertEquals(1, DB.<Long>in(tx -> store.takeSequence(tx, other)));
        assertEquals(2, DB.<Long>in(tx -> store.takeSequence(tx, other)));
    }
}
