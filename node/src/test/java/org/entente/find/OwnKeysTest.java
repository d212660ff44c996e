package org.entente.find;

import static org.entente.find.TwoNodes.answered;
import static org.entente.find.TwoNodes.rfc;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.entente.blind.BlindCode;
import org.entente.blind.BlindException;
import org.entente.blind.ElementBatch;
import org.entente.blind.PrfKey;
import org.entente.db.Tx;
import org.entente.find.store.SetStore;
import org.entente.kernel.Bytes;
import org.entente.keys.KeyId;
import org.entente.keys.KeyRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Keys and seeds of published sets.
class OwnKeysTest {
    private final TwoNodes nodes;

    OwnKeysTest(@TempDir Path folder) {
        nodes = new TwoNodes(folder);
        nodes.publish();
    }

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void aKeyBeingDestroyedCannotBeDerivedAgain() throws Exception {
        try (OwnKeys keys = new OwnKeys(nodes.mx.parts)) {
            answered(nodes.ask(rfc(1)));
            ElementBatch elements = nodes.lastRequest().elements();
            Announcement set = announced(0);
            PrfKey before = keys.of(set).orElseThrow();
            CountDownLatch destroying = new CountDownLatch(1);
            CountDownLatch derived = new CountDownLatch(1);
            Thread destroyer = new Thread(() -> keys.destroy(set));
            nodes.mx.link.ownAsked = () -> {
                if (Thread.currentThread() == destroyer) {
                    destroying.countDown();
                    await(derived);
                }
            };
            destroyer.start();
            await(destroying);
            Optional<PrfKey> during =
                    CompletableFuture.supplyAsync(() -> keys.of(set)).get();
            derived.countDown();
            destroyer.join();

            assertTrue(keys.of(set).isEmpty(), "after the destruction nothing derives the key");
            assertClosed(before, elements);
            assertClosed(during.orElseThrow(), elements);
        }
    }

    @Test
    void everyEpochHasASeedOfItsOwn() {
        byte[] first = seed(0);
        nodes.publish();
        assertNotEquals(Bytes.of(first), Bytes.of(seed(1)));
        assertEquals(Bytes.of(first), Bytes.of(seed(0)), "the old one is still in use");

        nodes.advance(Duration.ofHours(49));
        nodes.mx.discovery.sweep(TestNode.TIMER);

        assertThrows(RuntimeException.class, () -> seed(0));
        answered(nodes.ask(rfc(1)));
    }

    @Test
    void anEpochThatWasNeverAnnouncedStartsOverWithAnotherSeed() {
        nodes.mx.parts.keyring().create(id(1));
        byte[] abandoned = seed(1);

        nodes.publish();

        assertNotEquals(Bytes.of(abandoned), Bytes.of(seed(1)));
        answered(nodes.ask(rfc(1)));
    }

    private static void assertClosed(PrfKey key, ElementBatch elements) {
        assertEquals(
                BlindCode.CLOSED,
                assertThrows(BlindException.class, () -> key.blindEvaluate(elements))
                        .code());
    }

    private Announcement announced(int epoch) {
        List<SetStore.OwnSet> sets = nodes.mx.database.in((Tx tx) -> new SetStore().owns(tx, TestNode.AGREEMENT, 100));
        return sets.stream()
                .map(own -> SetRows.announcement(own.set()))
                .filter(set -> set.keyType().equals("rfc") && set.epoch() == epoch)
                .findFirst()
                .orElseThrow();
    }

    private byte[] seed(int epoch) {
        try (Arena arena = Arena.ofConfined()) {
            return nodes.mx.parts.keyring().seed(id(epoch), arena).toArray(ValueLayout.JAVA_BYTE);
        }
    }

    private static KeyId id(int epoch) {
        return new KeyId(KeyRole.FIND, "us-mx." + epoch + ".rfc." + TestNode.PURPOSE.code());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
