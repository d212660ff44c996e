package org.entente.blind;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VoprfTest {
    private static final Suite SUITE = Suite.RISTRETTO255_SHA512;

    private final Voprf voprf = Voprf.of(SUITE, Sodium.load());
    private final PrfKey key = key("holder");

    @AfterEach
    void closeKey() {
        key.close();
    }

    @Test
    void twoThousandRandomInputsComeBackAsTheHolderComputesThem() {
        long seed = new SecureRandom().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        int left = 2_000;
        while (left > 0) {
            int count = Math.min(left, 1 + random.nextInt(700));
            left -= count;
            InputBatch.Builder builder = new InputBatch.Builder();
            for (int i = 0; i < count; i++) {
                byte[] input = new byte[random.nextInt(100)];
                random.nextBytes(input);
                builder.add(input);
            }
            InputBatch inputs = builder.build();
            try (BlindedBatch batch = voprf.blind(inputs)) {
                PrfOutputs asked = verified(batch, key.blindEvaluate(batch.blindedElements()));
                PrfOutputs direct = key.evaluate(inputs);
                for (int i = 0; i < count; i++) {
                    assertArrayEquals(direct.output(i), asked.output(i), "seed " + seed);
                }
            }
        }
    }

    @Test
    void equalInputsDoNotShowInABatch() {
        try (BlindedBatch batch = voprf.blind(InputBatch.of(ascii("same"), ascii("same")))) {
            assertNotEquals(
                    batch.blindedElements().element(0), batch.blindedElements().element(1));
            PrfOutputs outputs = verified(batch, key.blindEvaluate(batch.blindedElements()));
            assertArrayEquals(outputs.output(0), outputs.output(1));
        }
    }

    @Test
    void everyFlippedBitOfTheProofIsRefused() {
        try (BlindedBatch batch = voprf.blind(InputBatch.of(ascii("one"), ascii("two")))) {
            Evaluation good = key.blindEvaluate(batch.blindedElements());
            byte[] proof = good.proof().encoding().toByteArray();
            for (int i = 0; i < proof.length; i++) {
                for (int bit = 0; bit < 8; bit++) {
                    byte[] changed = proof.clone();
                    changed[i] ^= (byte) (1 << bit);
                    assertRefused(
                            Finalization.Reason.PROOF_INVALID,
                            batch,
                            new Evaluation(good.evaluatedElements(), Proof.of(SUITE, changed)));
                }
            }
            verified(batch, good);
        }
    }

    @Test
    void everyFlippedByteOfTheEvaluatedElementsIsRefused() {
        try (BlindedBatch batch = voprf.blind(InputBatch.of(ascii("one"), ascii("two")))) {
            Evaluation good = key.blindEvaluate(batch.blindedElements());
            byte[] elements = good.evaluatedElements().toByteArray();
            for (int i = 0; i < elements.length; i++) {
                byte[] changed = elements.clone();
                changed[i] ^= 0x02;
                Finalization end = batch.finalizeUnder(
                        key.publicKey(), new Evaluation(ElementBatch.of(SUITE, changed), good.proof()));
                assertInstanceOf(Finalization.Refused.class, end);
            }
        }
    }

    @Test
    void anotherKeyIsRefused() {
        try (PrfKey other = key("special key for one query");
                BlindedBatch batch = voprf.blind(InputBatch.of(ascii("one")))) {
            Evaluation special = other.blindEvaluate(batch.blindedElements());

            assertRefused(Finalization.Reason.PROOF_INVALID, batch, special);
            assertFalse(Arrays.equals(
                    key.evaluate(InputBatch.of(ascii("one"))).output(0),
                    other.evaluate(InputBatch.of(ascii("one"))).output(0)));
        }
    }

    @Test
    void anotherBatchsAnswerIsRefused() {
        InputBatch inputs = InputBatch.of(ascii("one"));
        try (BlindedBatch first = voprf.blind(inputs);
                BlindedBatch second = voprf.blind(inputs)) {
            assertRefused(Finalization.Reason.PROOF_INVALID, first, key.blindEvaluate(second.blindedElements()));
        }
    }

    @Test
    void swappedElementsAreRefused() {
        try (BlindedBatch batch = voprf.blind(InputBatch.of(ascii("one"), ascii("two")))) {
            Evaluation good = key.blindEvaluate(batch.blindedElements());
            byte[] elements = good.evaluatedElements().toByteArray();
            byte[] swapped = new byte[64];
            System.arraycopy(elements, 0, swapped, 32, 32);
            System.arraycopy(elements, 32, swapped, 0, 32);
            assertRefused(
                    Finalization.Reason.PROOF_INVALID,
                    batch,
                    new Evaluation(ElementBatch.of(SUITE, swapped), good.proof()));
        }
    }

    @Test
    void fewerOrMoreElementsThanAskedAreRefused() {
        try (BlindedBatch batch = voprf.blind(InputBatch.of(ascii("one"), ascii("two")))) {
            Evaluation good = key.blindEvaluate(batch.blindedElements());
            byte[] elements = good.evaluatedElements().toByteArray();
            for (int count : new int[] {1, 3}) {
                ElementBatch other = ElementBatch.of(SUITE, Arrays.copyOf(elements, count * 32));
                assertRefused(Finalization.Reason.COUNT_DIFFERS, batch, new Evaluation(other, good.proof()));
            }
        }
    }

    @Test
    void identityAndOtherBadEncodingsAreRefusedOnBothSides() {
        try (BlindedBatch batch = voprf.blind(InputBatch.of(ascii("one"), ascii("two")))) {
            byte[] elements = batch.blindedElements().toByteArray();
            byte[] identity = elements.clone();
            Arrays.fill(identity, 32, 64, (byte) 0);
            byte[] outOfRange = elements.clone();
            Arrays.fill(outOfRange, 32, 64, (byte) 0xff);
            Evaluation good = key.blindEvaluate(batch.blindedElements());
            for (byte[] bad : new byte[][] {identity, outOfRange}) {
                ElementBatch mangled = ElementBatch.of(SUITE, bad);
                BlindException refused = assertThrows(BlindException.class, () -> key.blindEvaluate(mangled));
                assertEquals(BlindCode.ELEMENT_REFUSED, refused.code());
                assertEquals("1", refused.facts().get("index"));
                assertRefused(Finalization.Reason.ELEMENT_INVALID, batch, new Evaluation(mangled, good.proof()));
            }
            Finalization end = batch.finalizeUnder(PublicKey.of(SUITE, new byte[32]), good);
            assertEquals(new Finalization.Refused(Finalization.Reason.PUBLIC_KEY_INVALID), end);
        }
    }

    @Test
    void batchHoldsOneToSixtyFiveThousandFiveHundredThirtyFive() {
        int most = Limits.BATCH_COUNT_MAX;
        assertEquals(65_535, ElementBatch.of(SUITE, new byte[most * 32]).count());
        assertSizeRefused(() -> ElementBatch.of(SUITE, new byte[(most + 1) * 32]));
        assertSizeRefused(() -> ElementBatch.of(SUITE, new byte[0]));
        assertSizeRefused(() -> ElementBatch.of(SUITE, new byte[33]));
        InputBatch.Builder builder = new InputBatch.Builder();
        assertSizeRefused(builder::build);
        for (int i = 0; i < most; i++) {
            builder.add(new byte[0]);
        }
        assertEquals(most, builder.build().count());
        assertSizeRefused(() -> builder.add(new byte[0]));
    }

    @Test
    void longestInputIsTakenAndOneByteMoreIsRefused() {
        byte[] longest = new byte[Limits.INPUT_SIZE_BYTES_MAX];
        InputBatch inputs = InputBatch.of(longest);
        try (BlindedBatch batch = voprf.blind(inputs)) {
            PrfOutputs asked = verified(batch, key.blindEvaluate(batch.blindedElements()));
            assertArrayEquals(key.evaluate(inputs).output(0), asked.output(0));
        }
        assertSizeRefused(() -> InputBatch.of(new byte[Limits.INPUT_SIZE_BYTES_MAX + 1]));
    }

    @Test
    void paddingReachesTheAnnouncedCount() {
        InputBatch padded = new InputBatch.Builder()
                .add(ascii("real"))
                .padTo(8, new SecureRandom())
                .build();
        assertEquals(8, padded.count());
        try (BlindedBatch batch = voprf.blind(padded)) {
            assertEquals(
                    8,
                    verified(batch, key.blindEvaluate(batch.blindedElements())).count());
        }
    }

    @Test
    void proofNonceIsFreshEachTime() {
        try (BlindedBatch batch = voprf.blind(InputBatch.of(ascii("one")))) {
            Evaluation first = key.blindEvaluate(batch.blindedElements());
            Evaluation second = key.blindEvaluate(batch.blindedElements());
            assertEquals(first.evaluatedElements(), second.evaluatedElements());
            assertNotEquals(first.proof(), second.proof());
        }
    }

    @Test
    void aBrokenRandomGeneratorRepeatsNoNonceForAnotherStatementOrKey() {
        try (BlindedBatch one = voprf.blind(InputBatch.of(ascii("one")));
                BlindedBatch two = voprf.blind(InputBatch.of(ascii("two")));
                PrfKey other = key("other")) {
            ByteString nonce = nonce(key, one, 7);
            assertEquals(nonce, nonce(key, one, 7), "nothing but these three decides it");
            assertNotEquals(nonce, nonce(key, two, 7), "another statement");
            assertNotEquals(nonce, nonce(other, one, 7), "another key");
            assertNotEquals(nonce, nonce(key, one, 8), "other randomness");
        }
    }

    /// The nonce of a proof whose random generator gives this byte for ever.
    private ByteString nonce(PrfKey prover, BlindedBatch batch, int random) {
        byte[][] drawn = new byte[1][];
        Dleq.NonceSource hedged = voprf.dleq().hedged(segment -> segment.fill((byte) random));
        prover.blindEvaluate(batch.blindedElements(), (scratch, secret, statement, nonce) -> {
            hedged.draw(scratch, secret, statement, nonce);
            drawn[0] = nonce.toArray(JAVA_BYTE);
        });
        return ByteString.copyOf(drawn[0]);
    }

    @Test
    void closedKeyAndClosedBatchAnswerNoMore() {
        BlindedBatch batch = voprf.blind(InputBatch.of(ascii("one")));
        Evaluation evaluation = key.blindEvaluate(batch.blindedElements());
        batch.close();
        batch.close();
        key.close();
        key.close();
        assertClosed(() -> batch.finalizeUnder(key.publicKey(), evaluation));
        assertClosed(() -> key.blindEvaluate(batch.blindedElements()));
        assertClosed(() -> key.evaluate(InputBatch.of(ascii("one"))));
    }

    @Test
    void closedOutputsAreGone() {
        PrfOutputs outputs = key.evaluate(InputBatch.of(ascii("one")));
        outputs.close();
        assertClosed(() -> outputs.output(0));
    }

    @Test
    void keyServesManyThreadsAndCloseWaitsForThem() throws Exception {
        InputBatch inputs = InputBatch.of(ascii("one"), ascii("two"));
        byte[] expected = key.evaluate(inputs).output(1);
        CountDownLatch started = new CountDownLatch(4);
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<byte[]>> results = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                results.add(pool.submit(() -> {
                    byte[] last = key.evaluate(inputs).output(1);
                    started.countDown();
                    for (int round = 0; round < 50; round++) {
                        try {
                            last = key.evaluate(inputs).output(1);
                        } catch (BlindException closed) {
                            assertEquals(BlindCode.CLOSED, closed.code());
                        }
                    }
                    return last;
                }));
            }
            started.await();
            key.close();
            for (Future<byte[]> result : results) {
                assertArrayEquals(expected, result.get());
            }
        }
    }

    @Test
    void seedOfAnotherLengthIsRefused() {
        try (Arena arena = Arena.ofConfined()) {
            for (int sizeBytes : new int[] {0, 31, 33}) {
                MemorySegment seed = arena.allocate(sizeBytes);
                assertSizeRefused(() -> voprf.deriveKeyPair(seed, new byte[0]));
            }
        }
    }

    @Test
    void nothingSecretIsInText() {
        InputBatch inputs = InputBatch.of(ascii("one"));
        assertEquals("PRF key of " + key.publicKey().encoding().toHex(), key.toString());
        assertEquals("inputs x 1", inputs.toString());
        assertEquals("outputs x 1", key.evaluate(inputs).toString());
    }

    private PrfKey key(String info) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment seed = arena.allocateFrom(JAVA_BYTE, new byte[32]);
            return voprf.deriveKeyPair(seed, ascii(info));
        }
    }

    private PrfOutputs verified(BlindedBatch batch, Evaluation evaluation) {
        return assertInstanceOf(Finalization.Verified.class, batch.finalizeUnder(key.publicKey(), evaluation))
                .outputs();
    }

    private void assertRefused(Finalization.Reason reason, BlindedBatch batch, Evaluation evaluation) {
        assertEquals(new Finalization.Refused(reason), batch.finalizeUnder(key.publicKey(), evaluation));
    }

    private static void assertSizeRefused(Runnable action) {
        assertEquals(
                BlindCode.SIZE_REFUSED,
                assertThrows(BlindException.class, action::run).code());
    }

    private static void assertClosed(Runnable action) {
        assertEquals(
                BlindCode.CLOSED,
                assertThrows(BlindException.class, action::run).code());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
