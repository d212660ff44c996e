package org.entente.bench;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.entente.bench.Figure.Better;
import org.entente.blind.BlindedBatch;
import org.entente.blind.ByteString;
import org.entente.blind.ElementBatch;
import org.entente.blind.Evaluation;
import org.entente.blind.Finalization;
import org.entente.blind.InputBatch;
import org.entente.blind.PrfKey;
import org.entente.blind.PrfOutputs;
import org.entente.blind.Sodium;
import org.entente.blind.Suite;
import org.entente.blind.Voprf;
import org.entente.blind.tags.KeyScope;
import org.entente.blind.tags.Label;
import org.entente.blind.tags.TagSet;
import org.entente.blind.tags.TagSetBuilder;
import org.entente.blind.tags.TagSetHeader;

/// One batch look-up, both sides, and the making of the holder's set: processor time per element, on one thread. The
/// limit of a step is the raw loop of the library's scalar multiplication times the multiplications that RFC 9497
/// demands of the step; that of the search, the raw loop of its derivations and binary searches.
final class FindBench implements Bench {
    private static final int ROUND_COUNT = 5;
    private static final int WARM_UP_COUNT = 512;

    /// One blind per element.
    private static final int BLIND_MULTIPLICATIONS = 1;
    /// The evaluation and its place in the proof's composite (section 2.2.1, with the key at hand).
    private static final int EVALUATE_MULTIPLICATIONS = 2;
    /// Both composites of the proof's check (section 2.2.2), and the unblinding.
    private static final int FINALIZE_MULTIPLICATIONS = 3;

    /// The holder evaluates in the clear.
    private static final int SET_MULTIPLICATIONS = 1;

    /// One value in so many is known to the holder.
    private static final int ASKED_PER_KNOWN = 100;

    private static final int SLOT_COUNT = 4;

    private static final int ALL_MULTIPLICATIONS =
            BLIND_MULTIPLICATIONS + EVALUATE_MULTIPLICATIONS + FINALIZE_MULTIPLICATIONS;

    private final int elementCount;
    private final Sodium sodium = Sodium.load();
    private final Voprf voprf = Voprf.of(Suite.RISTRETTO255_SHA512, sodium);

    FindBench(int elementCount) {
        this.elementCount = elementCount;
    }

    /// Processor time of each step, in microseconds an element.
    private record Round(
            double blind, double evaluate, double unblind, double search, double set, double raw, double rawSearch) {
        double whole() {
            return blind + evaluate + unblind + search;
        }
    }

    @Override
    public void run(Consumer<Figure> figures) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment seed = arena.allocate(voprf.suite().scalarSizeBytes());
            byte[] random = new byte[(int) seed.byteSize()];
            new SecureRandom().nextBytes(random);
            MemorySegment.copy(random, 0, seed, JAVA_BYTE, 0, random.length);
            try (PrfKey key = voprf.deriveKeyPair(seed, "bench".getBytes(StandardCharsets.US_ASCII))) {
                round(arena, key, WARM_UP_COUNT);
                Round[] rounds = new Round[ROUND_COUNT];
                for (int i = 0; i < ROUND_COUNT; i++) {
                    Progress.say("find", i, ROUND_COUNT);
                    rounds[i] = round(arena, key, elementCount);
                }
                report(rounds, figures);
            }
        }
    }

    private static void report(Round[] rounds, Consumer<Figure> figures) {
        double raw = median(rounds, Round::raw);
        double rawSearch = median(rounds, Round::rawSearch);
        double whole = median(rounds, Round::whole);
        double limit = ALL_MULTIPLICATIONS * raw + rawSearch;
        figures.accept(perElement("find.raw-multiplication", raw));
        figures.accept(perElement("find.blind", median(rounds, Round::blind)).withLimit(BLIND_MULTIPLICATIONS * raw));
        figures.accept(
                perElement("find.evaluate", median(rounds, Round::evaluate)).withLimit(EVALUATE_MULTIPLICATIONS * raw));
        figures.accept(
                perElement("find.finalize", median(rounds, Round::unblind)).withLimit(FINALIZE_MULTIPLICATIONS * raw));
        figures.accept(perElement("find.search", median(rounds, Round::search)).withLimit(rawSearch));
        figures.accept(perElement("find.whole", whole).withLimit(limit));
        figures.accept(new Figure("find.ratio", whole / limit, "times", Better.LOWER).withLimit(1));
        figures.accept(perElement("find.set", median(rounds, Round::set)).withLimit(SET_MULTIPLICATIONS * raw));
    }

    private static Figure perElement(String name, double micros) {
        return new Figure(name, micros, "µs CPU/element", Better.LOWER);
    }

    private static double median(Round[] rounds, java.util.function.ToDoubleFunction<Round> step) {
        double[] values = new double[rounds.length];
        for (int i = 0; i < rounds.length; i++) {
            values[i] = step.applyAsDouble(rounds[i]);
        }
        return Median.of(values);
    }

    private Round round(Arena arena, PrfKey key, int count) throws IOException {
        InputBatch batch = inputs(count, _ -> "INV");
        // Made anew each time, as it is for each epoch; what is read of it later is in memory.
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Timed<TagSetHeader> set =
                timed(count, () -> set(key, inputs(count, i -> i % ASKED_PER_KNOWN == 0 ? "INV" : "HELD"), file));
        TagSet held = TagSet.of(file.toByteArray());
        Timed<BlindedBatch> blinded = timed(count, () -> voprf.blind(batch));
        try (BlindedBatch asked = blinded.result()) {
            Timed<Evaluation> evaluated = timed(count, () -> key.blindEvaluate(asked.blindedElements()));
            Timed<Finalization> finalized =
                    timed(count, () -> asked.finalizeUnder(key.publicKey(), evaluated.result()));
            Timed<Integer> searched;
            switch (finalized.result()) {
                case Finalization.Verified(var outputs) -> {
                    try (outputs) {
                        searched = timed(count, () -> knownOf(held, outputs));
                    }
                }
                case Finalization.Refused(var reason) -> throw new IllegalStateException("proof refused: " + reason);
            }
            if (searched.result() != (count + ASKED_PER_KNOWN - 1) / ASKED_PER_KNOWN) {
                throw new IllegalStateException(searched.result() + " of " + count + " known");
            }
            return new Round(
                    blinded.micros(),
                    evaluated.micros(),
                    finalized.micros(),
                    searched.micros(),
                    set.micros(),
                    raw(arena, asked.blindedElements(), count),
                    rawSearch(set.result().entryCount(), count));
        }
    }

    private static InputBatch inputs(int count, IntFunction<String> prefix) {
        InputBatch.Builder inputs = new InputBatch.Builder();
        for (int i = 0; i < count; i++) {
            inputs.add((prefix.apply(i) + "%09d".formatted(i)).getBytes(StandardCharsets.US_ASCII));
        }
        return inputs.build();
    }

    private static TagSetHeader set(PrfKey key, InputBatch values, ByteArrayOutputStream file) {
        KeyScope scope = new KeyScope("holder.example", "asker.example", 1, "rfc", "bench");
        TagSetBuilder builder = new TagSetBuilder(scope, key.publicKey(), new SecureRandom());
        try (PrfOutputs outputs = key.evaluate(values)) {
            for (int i = 0; i < outputs.count(); i++) {
                builder.add(outputs, i, 0, new Label(ByteString.copyOf(new byte[16]), 1, 0));
            }
            return builder.write(file, TagSetBuilder.paddedCount(builder.count()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static int knownOf(TagSet held, PrfOutputs outputs) {
        int known = 0;
        for (int i = 0; i < outputs.count(); i++) {
            known += held.search(outputs, i).isKnown() ? 1 : 0;
        }
        return known;
    }

    /// Per look-up, one key and four derivations of HMAC-SHA-512, each sought in as many sorted numbers as the set
    /// has.
    private static double rawSearch(int entryCount, int count) {
        long[] tags = new SecureRandom().longs(entryCount).sorted().toArray();
        byte[] output = new byte[64];
        return timed(count, () -> {
                    try {
                        Mac mac = Mac.getInstance("HmacSHA512");
                        int found = 0;
                        for (int i = 0; i < count; i++) {
                            mac.init(new SecretKeySpec(output, "HmacSHA512"));
                            for (int slot = 0; slot < SLOT_COUNT; slot++) {
                                mac.update(output, 0, 8);
                                byte[] derived = mac.doFinal();
                                found += Arrays.binarySearch(tags, ByteBuffer.wrap(derived).getLong()) >= 0 ? 1 : 0;
                                output[slot] ^= derived[slot];
                            }
                        }
                        return found;
                    } catch (GeneralSecurityException impossible) {
                        throw new IllegalStateException("every Java platform has HmacSHA512", impossible);
                    }
                })
                .micros();
    }

    /// Each product is the next point, so that no multiplication can be left out.
    private double raw(Arena arena, ElementBatch elements, int count) {
        MemorySegment scalar = arena.allocate(voprf.suite().scalarSizeBytes());
        scalar.fill((byte) 7);
        byte[] first = elements.element(0).toByteArray();
        MemorySegment point = arena.allocate(first.length);
        MemorySegment.copy(first, 0, point, JAVA_BYTE, 0, first.length);
        return timed(count, () -> {
                    for (int i = 0; i < count; i++) {
                        if (!sodium.scalarMultiply(point, scalar, point)) {
                            throw new IllegalStateException("the library refused a point of its own");
                        }
                    }
                    return point;
                })
                .micros();
    }

    private record Timed<T>(T result, double micros) {}

    private static <T> Timed<T> timed(int count, Supplier<T> step) {
        var threads = ManagementFactory.getThreadMXBean();
        long startNanos = threads.getCurrentThreadCpuTime();
        T result = step.get();
        return new Timed<>(result, (threads.getCurrentThreadCpuTime() - startNanos) / 1_000.0 / count);
    }
}
