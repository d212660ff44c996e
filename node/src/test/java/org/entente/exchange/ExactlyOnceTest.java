package org.entente.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.entente.prove.Leaf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExactlyOnceTest {
    private static final int ENVELOPES = 12;
    private static final int STEPS_MAX = 2_000;

    static Stream<Long> seeds() {
        return new SplittableRandom(20_261_124L).longs(8).boxed();
    }

    /// Covers and answers are lost, repeated and reordered; senders die and others take over; the receiver's
    /// transaction breaks. At the end every envelope has had its effect once, in order, with one leaf a side.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyEnvelopeHasItsEffectOnceAndInOrder(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        try (TestNode us = new TestNode("US");
                TestNode mx = new TestNode("MX")) {
            TestNode.pair(us, mx);
            FlakyWire wire = new FlakyWire(us, mx, random, 0.3);
            List<EnvelopeId> ids = new ArrayList<>();
            List<String> bodies = new ArrayList<>();
            Sender sender = us.sender(wire, random);
            for (int step = 0; step < STEPS_MAX && (ids.size() < ENVELOPES || open(us, ids) > 0); step++) {
                if (ids.size() < ENVELOPES && random.nextInt(3) == 0) {
                    bodies.add("body " + ids.size());
                    ids.add(us.put(mx, bodies.getLast()));
                }
                if (random.nextInt(5) == 0) {
                    sender = us.sender(wire, random);
                }
                mx.desk.failure = random.nextInt(6) == 0
                        ? new org.entente.kernel.EntenteException(
                                org.entente.db.DatabaseCode.DATABASE_CONFLICT, "40001")
                        : null;
                us.clock.advance(sender.step());
            }
            assertEquals(0, open(us, ids), "seed " + seed);
            assertEquals(bodies, RecordingDesk.effects(mx), "seed " + seed);
            assertEquals(ENVELOPES, leaves(us, Leaf.Direction.SENT), "seed " + seed);
            assertEquals(ENVELOPES, leaves(mx, Leaf.Direction.RECEIVED), "seed " + seed);
            ids.forEach(id -> assertInstanceOf(OutboxState.Delivered.class, us.outbox.state(id)));
        }
    }

    private static long open(TestNode node, List<EnvelopeId> ids) {
        return ids.stream()
                .filter(id -> !(node.outbox.state(id) instanceof OutboxState.Delivered))
                .count();
    }

    private static long leaves(TestNode node, Leaf.Direction direction) {
        return node.ledger.leaves().stream()
                .filter(leaf -> leaf instanceof Leaf.Exchange exchange && exchange.direction() == direction)
                .count();
    }
}
