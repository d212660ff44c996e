package org.entente.blind.tags;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.entente.blind.BlindCode;
import org.entente.blind.BlindException;
import org.entente.blind.BlindedBatch;
import org.entente.blind.ByteString;
import org.entente.blind.Finalization;
import org.entente.blind.InputBatch;
import org.entente.blind.PrfKey;
import org.entente.blind.PrfOutputs;
import org.entente.blind.Sodium;
import org.entente.blind.Suite;
import org.entente.blind.Voprf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TagSetTest {
    private static final KeyScope SCOPE = new KeyScope("MX", "US", 7, "rfc", "illicit-finance");

    private final SecureRandom random = new SecureRandom();
    private final Voprf voprf = Voprf.of(Suite.RISTRETTO255_SHA512, Sodium.load());
    private final PrfKey key = key(SCOPE);

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void closeKey() {
        key.close();
    }

    @Test
    void askerFindsWhatTheHolderHoldsAndNothingElse() throws IOException {
        List<PrfInput> held = rfcs(0, 300);
        List<PrfInput> asked = rfcs(290, 310);
        Path file = folder.resolve("set");
        TagSetHeader announced;
        try (var out = Files.newOutputStream(file)) {
            announced = builderOf(held).write(out, 1024);
        }
        try (TagSet set = TagSet.open(file);
                BlindedBatch batch = voprf.blind(batch(asked))) {
            assertEquals(announced, set.header());
            assertEquals(announced.sizeBytes(), Files.size(file));
            Finalization end =
                    batch.finalizeUnder(set.header().publicKey(), key.blindEvaluate(batch.blindedElements()));
            PrfOutputs outputs =
                    assertInstanceOf(Finalization.Verified.class, end).outputs();
            for (int i = 0; i < asked.size(); i++) {
                TagSet.Found found = set.search(outputs, i);
                assertEquals(0, found.unopenedCount());
                assertEquals(i < 10, found.isKnown(), "input " + i);
                if (i < 10) {
                    assertEquals(List.of(label(290 + i)), found.labels());
                }
            }
        }
    }

    @Test
    void fourRecordsShareAValueInTheOrderOfTheirSlots() throws IOException {
        TagSetBuilder builder = new TagSetBuilder(SCOPE, key.publicKey(), random);
        PrfOutputs outputs = key.evaluate(batch(rfcs(0, 1)));
        for (int slot = 0; slot < 4; slot++) {
            builder.add(outputs, 0, slot, label(slot));
        }
        assertThrows(BlindException.class, () -> builder.add(outputs, 0, 4, label(4)));
        TagSet set = TagSet.of(written(builder));

        assertEquals(
                List.of(label(0), label(1), label(2), label(3)),
                set.search(outputs, 0).labels());
    }

    @Test
    void repeatedValueIsRefusedBeforeAnythingIsWritten() {
        TagSetBuilder builder = new TagSetBuilder(SCOPE, key.publicKey(), random);
        PrfOutputs outputs = key.evaluate(batch(rfcs(0, 1)));
        builder.add(outputs, 0, 0, label(0));
        builder.add(outputs, 0, 0, label(1));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        BlindException refused = assertThrows(BlindException.class, () -> builder.write(out, 1024));

        assertEquals(BlindCode.TAG_REPEATED, refused.code());
        assertEquals(0, out.size());
    }

    @Test
    void builderWritesOnce() throws IOException {
        TagSetBuilder builder = builderOf(rfcs(0, 1));
        written(builder);

        assertEquals(
                BlindCode.CLOSED,
                assertThrows(BlindException.class, () -> written(builder)).code());
    }

    @Test
    void holdingsOfManySizesHaveTheSameSize() throws IOException {
        int empty = written(new TagSetBuilder(SCOPE, key.publicKey(), random)).length;
        assertEquals(empty, written(builderOf(rfcs(0, 700))).length);
        assertEquals(1024, TagSetBuilder.paddedCount(0));
        assertEquals(1024, TagSetBuilder.paddedCount(1024));
        assertEquals(2048, TagSetBuilder.paddedCount(1025));
        assertEquals(32_768, TagSetBuilder.paddedCount(20_000));
        assertEquals(TagLimits.ENTRY_COUNT_MAX, TagSetBuilder.paddedCount(TagLimits.ENTRY_COUNT_MAX));
        assertThrows(BlindException.class, () -> TagSetBuilder.paddedCount(TagLimits.ENTRY_COUNT_MAX + 1));
        assertThrows(BlindException.class, () -> builderOf(rfcs(0, 1)).write(new ByteArrayOutputStream(), 1536));
        assertThrows(BlindException.class, () -> builderOf(rfcs(0, 1)).write(new ByteArrayOutputStream(), 512));
    }

    /// Entries and fillers have one length by the format; here neither their bits nor their places tell them apart.
    @Test
    void fillersLookLikeEntries() throws IOException {
        byte[] half = written(builderOf(rfcs(0, 512)));
        byte[] none = written(new TagSetBuilder(SCOPE, key.publicKey(), random));
        for (byte[] set : new byte[][] {half, none}) {
            int start = set.length - 1024 * TagSetHeader.ENTRY_SIZE_BYTES;
            long ones = 0;
            for (int i = start; i < set.length; i++) {
                ones += Integer.bitCount(Byte.toUnsignedInt(set[i]));
            }
            double bits = 8.0 * (set.length - start);
            // Seven standard deviations of a fair coin: fails by chance once in 10^11 runs.
            assertEquals(0.5, ones / bits, 7 * 0.5 / Math.sqrt(bits));
        }
        TagSet set = TagSet.of(half);
        PrfOutputs outputs = key.evaluate(batch(rfcs(0, 512)));
        long inLowerHalf = 0;
        for (int i = 0; i < 512; i++) {
            inLowerHalf += new Slot(outputs, i, 0).tag() >= 0 ? 1 : 0;
            assertTrue(set.search(outputs, i).isKnown());
        }
        assertTrue(inLowerHalf > 160 && inLowerHalf < 352, "tags are spread over the whole range");
    }

    @Test
    void everyFlippedByteOfTheHeaderIsRefused() throws IOException {
        byte[] good = written(builderOf(rfcs(0, 3)));
        int headerSizeBytes = good.length - 1024 * TagSetHeader.ENTRY_SIZE_BYTES;
        TagSet.of(good).close();
        for (int i = 0; i < headerSizeBytes; i++) {
            byte[] changed = good.clone();
            changed[i] ^= 0x01;
            assertRefused(changed, "byte " + i);
        }
    }

    @Test
    void flippedEntriesAreRefused() throws IOException {
        byte[] good = written(builderOf(rfcs(0, 3)));
        long seed = random.nextLong();
        SplittableRandom places = new SplittableRandom(seed);
        int headerSizeBytes = good.length - 1024 * TagSetHeader.ENTRY_SIZE_BYTES;
        for (int round = 0; round < 500; round++) {
            byte[] changed = good.clone();
            changed[places.nextInt(headerSizeBytes, good.length)] ^= (byte) (1 << places.nextInt(8));
            assertRefused(changed, "seed " + seed + " round " + round);
        }
    }

    @Test
    void everyPrefixAndAnythingLongerIsRefused() throws IOException {
        byte[] good = written(builderOf(rfcs(0, 3)));
        for (int length = 0; length < 400; length++) {
            assertRefused(Arrays.copyOf(good, length), "length " + length);
        }
        assertRefused(Arrays.copyOf(good, good.length - 1), "one less");
        assertRefused(Arrays.copyOf(good, good.length + 1), "one more");
    }

    /// The hash alone is no defence against a maker: order and count are rules of their own.
    @Test
    void unsortedOrRepeatedTagsAreRefusedEvenUnderATrueHash() throws IOException {
        byte[] good = written(builderOf(rfcs(0, 3)));
        int first = good.length - 1024 * TagSetHeader.ENTRY_SIZE_BYTES;
        int second = first + TagSetHeader.ENTRY_SIZE_BYTES;
        byte[] swapped = good.clone();
        System.arraycopy(good, first, swapped, second, TagSetHeader.ENTRY_SIZE_BYTES);
        System.arraycopy(good, second, swapped, first, TagSetHeader.ENTRY_SIZE_BYTES);
        assertEquals("order", refusalOf(rehashed(swapped)).facts().get("reason"));
        byte[] repeated = good.clone();
        System.arraycopy(good, first, repeated, second, Slot.TAG_SIZE_BYTES);
        assertEquals("order", refusalOf(rehashed(repeated)).facts().get("reason"));
        TagSet.of(rehashed(good)).close();
    }

    @Test
    void labelMovedToAnotherTagDoesNotOpen() throws IOException {
        PrfOutputs outputs = key.evaluate(batch(rfcs(0, 1)));
        byte[] good = written(builderOf(rfcs(0, 1)));
        byte[] tag =
                ByteBuffer.allocate(8).putLong(new Slot(outputs, 0, 0).tag()).array();
        int start = good.length - 1024 * TagSetHeader.ENTRY_SIZE_BYTES;
        while (!Arrays.equals(Arrays.copyOfRange(good, start, start + 8), tag)) {
            start += TagSetHeader.ENTRY_SIZE_BYTES;
        }
        good[start + 20] ^= 1;

        TagSet.Found found = TagSet.of(rehashed(good)).search(outputs, 0);

        assertEquals(new TagSet.Found(List.of(), 1), found);
        assertFalse(found.isKnown());
    }

    @Test
    void receivedSetIsWhatWasSentAndTheFileIsGoneOtherwise() throws IOException {
        byte[] good = written(builderOf(rfcs(0, 3)));
        Path file = folder.resolve("received");
        try (TagSet set = TagSet.receive(new ByteArrayInputStream(good), file)) {
            assertEquals(1024, set.header().entryCount());
        }
        assertThrows(FileAlreadyExistsException.class, () -> TagSet.receive(new ByteArrayInputStream(good), file));
        assertTrue(Files.exists(file), "an older file is left alone");
        byte[] changed = good.clone();
        changed[good.length - 1] ^= 1;
        for (byte[] bad : new byte[][] {
            changed, Arrays.copyOf(good, good.length + 1), Arrays.copyOf(good, good.length - 1), new byte[10]
        }) {
            Path refused = folder.resolve("refused");
            assertThrows(BlindException.class, () -> TagSet.receive(new ByteArrayInputStream(bad), refused));
            assertFalse(Files.exists(refused));
        }
    }

    @Test
    void endlessStreamIsCutOffAtTheAnnouncedSize() throws IOException {
        byte[] good = written(builderOf(rfcs(0, 3)));
        Zeros zeros = new Zeros();
        InputStream endless = new SequenceInputStream(new ByteArrayInputStream(good), zeros);
        assertThrows(BlindException.class, () -> TagSet.receive(endless, folder.resolve("endless")));
        assertTrue(zeros.readCount <= 1, "reads on");
    }

    @Test
    void anotherSetOfTheSameHoldingHasTheSameTagsButOtherLabels() throws IOException {
        TagSetBuilder first = builderOf(rfcs(0, 1));
        TagSetBuilder second = builderOf(rfcs(0, 1));
        PrfOutputs outputs = key.evaluate(batch(rfcs(0, 1)));
        Slot slot = new Slot(outputs, 0, 0);

        byte[] sealed = slot.seal(first.setId(), label(0));
        assertEquals(label(0), slot.open(first.setId(), sealed).orElseThrow());
        assertTrue(slot.open(second.setId(), sealed).isEmpty());
        assertTrue(new Slot(outputs, 0, 1).open(first.setId(), sealed).isEmpty());
    }

    private TagSetBuilder builderOf(List<PrfInput> held) {
        TagSetBuilder builder = new TagSetBuilder(SCOPE, key.publicKey(), random);
        PrfOutputs outputs = key.evaluate(batch(held));
        for (int i = 0; i < held.size(); i++) {
            builder.add(outputs, i, 0, label(i));
        }
        return builder;
    }

    private static byte[] written(TagSetBuilder builder) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        builder.write(out, 1024);
        return out.toByteArray();
    }

    private static byte[] rehashed(byte[] set) {
        byte[] digest = TagSetHeader.digest().digest(Arrays.copyOfRange(set, 48, set.length));
        byte[] rehashed = set.clone();
        System.arraycopy(digest, 0, rehashed, 16, digest.length);
        return rehashed;
    }

    private static void assertRefused(byte[] set, String which) {
        BlindException refused = assertThrows(BlindException.class, () -> TagSet.of(set), which);
        assertTrue(
                refused.code() == BlindCode.TAG_SET_REFUSED || refused.code() == BlindCode.SIZE_REFUSED,
                refused.toString());
    }

    private static BlindException refusalOf(byte[] set) {
        return assertThrows(BlindException.class, () -> TagSet.of(set));
    }

    private static List<PrfInput> rfcs(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> new PrfInput("rfc", "INV%06dAAA".formatted(i)))
                .toList();
    }

    private static InputBatch batch(List<PrfInput> inputs) {
        return InputBatch.of(inputs.stream().map(PrfInput::encoded).toArray(byte[][]::new));
    }

    private static Label label(int number) {
        byte[] handle = ByteBuffer.allocate(16).putInt(number).array();
        return new Label(ByteString.copyOf(handle), number % 256, 200);
    }

    private PrfKey key(KeyScope scope) {
        try (Arena arena = Arena.ofConfined()) {
            return voprf.deriveKeyPair(arena.allocateFrom(JAVA_BYTE, new byte[32]), scope.encoded());
        }
    }

    /// A peer that never stops sending.
    private static final class Zeros extends InputStream {
        private long readCount;

        @Override
        public int read() {
            readCount++;
            return 0;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            readCount += length;
            return length;
        }
    }
}
