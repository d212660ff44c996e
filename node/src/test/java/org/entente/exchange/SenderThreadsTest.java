package org.entente.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.kernel.EntenteException;
import org.junit.jupiter.api.Test;

class SenderThreadsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void queuedWorkLeavesByItselfAlsoAfterAFault() throws InterruptedException {
        try (TestNode us = new TestNode("US");
                TestNode mx = new TestNode("MX")) {
            TestNode.pair(us, mx);
            FlakyWire wire = FlakyWire.sound(us, mx);
            AtomicInteger calls = new AtomicInteger();
            EnvelopeTransport faulty = (peer, cover) -> {
                if (calls.incrementAndGet() == 1) {
                    throw new IllegalStateException("a fault of the program");
                }
                return wire.deliver(peer, cover);
            };
            List<EnvelopeId> ids = new ArrayList<>();
            try (var threads = new SenderThreads(
                    List.of(TestParty.AGREEMENT),
                    us.database,
                    us.directory,
                    us.ledger,
                    faulty,
                    us.nudges,
                    java.time.Clock.systemUTC())) {
                for (int i = 0; i < 5; i++) {
                    ids.add(us.put(mx, "body " + i));
                }
                Instant end = Instant.now().plus(PATIENCE);
                while (Instant.now().isBefore(end) && open(us, ids) > 0) {
                    Thread.sleep(20);
                }
                assertEquals(0, open(us, ids));
                assertTrue(threads.isRunning());
            }
            assertEquals(List.of("body 0", "body 1", "body 2", "body 3", "body 4"), mx.effects());
        }
    }

    @Test
    void closingEndsTheThreads() {
        try (TestNode us = new TestNode("US")) {
            var threads = new SenderThreads(
                    List.of(TestParty.AGREEMENT),
                    us.database,
                    us.directory,
                    us.ledger,
                    (_, _) -> {
                        throw new EntenteException(ExchangeCode.PEER_AWAY, "test");
                    },
                    us.nudges,
                    us.clock);
            assertTrue(threads.isRunning());
            threads.close();
            assertTrue(!threads.isRunning());
        }
    }

    private static long open(TestNode node, List<EnvelopeId> ids) {
        return ids.stream()
                .filter(id -> !(node.outbox.state(id) instanceof OutboxState.Delivered))
                .count();
    }
}
