package org.entente.bench;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.entente.bench.Figure.Better;
import org.entente.blind.BlindedBatch;
import org.entente.blind.ElementBatch;
import org.entente.blind.Evaluation;
import org.entente.blind.Finalization;
import org.entente.blind.InputBatch;
import org.entente.blind.PrfKey;
import org.entente.blind.Sodium;
import org.entente.blind.Suite;
import org.entente.blind.Voprf;

/// The cryptography of one batch look-up, both sides: processor time per element, on one thread. The limit of a step is
/// the raw loop of the library's scalar multiplication times the multiplications that RFC 9497 demands of the step.
final class FindBench implements Bench {
    private static final int ROUND_COUNT = 5;
    private static final int WARM_UP_COUNT = 512;

    /// One blind per element.
    private static final int BLIND_MULTIPLICATIONS = 1;
    /// The evaluation and its place in the proof's composite (section 2.2.1, with the key at hand).
    private static final int EVALUATE_MULTIPLICATIONS = 2;
    /// Both composites of the proof's check (section 2.2.2), and the unblinding.
    private static final int FINALIZE_MULTIPLICATIONS = 3;

    private static final int ALL_MULTIPLICATIONS =
            BLIND_MULTIPLICATIONS + EVALUATE_MULTIPLICATIONS + FINALIZE_MULTIPLICATIONS;

    private final int elementCount;
    private final Sodium sodium = Sodium.load();
    private final Voprf voprf = Voprf.of(Suite.RISTRETTO255_SHA512, sodium);

    FindBench(int elementCount) {
        this.elementCount = elementCount;
    }

    /// Processor time of each step, in microseconds an element.
    private record Round(double blind, double evaluate, double unblind, double raw) {
        double whole() {
            return blind + evaluate + unblind;
        }
    }

    @Override
    public void run(Consumer<Figure> figures) {
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
        double whole = median(rounds, Round::whole);
        figures.accept(perElement("find.raw-multiplication", raw));
        figures.accept(perElement("find.blind", median(rounds, Round::blind)).withLimit(BLIND_MULTIPLICATIONS * raw));
        figures.accept(
                perElement("find.evaluate", median(rounds, Round::evaluate)).withLimit(EVALUATE_MULTIPLICATIONS * raw));
        figures.accept(
                perElement("find.finalize", median(rounds, Round::unblind)).withLimit(FINALIZE_MULTIPLICATIONS * raw));
        figures.accept(perElement("find.whole", whole).withLimit(ALL_MULTIPLICATIONS * raw));
        figures.accept(
                new Figure("find.ratio", whole / (ALL_MULTIPLICATIONS * raw), "times", Better.LOWER).withLimit(1));
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

    private Round round(Arena arena, PrfKey key, int count) {
        InputBatch.Builder inputs = new InputBatch.Builder();
        for (int i = 0; i < count; i++) {
            inputs.add("INV%09d".formatted(i).getBytes(StandardCharsets.US_ASCII));
        }
        InputBatch batch = inputs.build();
        Timed<BlindedBatch> blinded = timed(count, () -> voprf.blind(batch));
        try (BlindedBatch asked = blinded.result()) {
            Timed<Evaluation> evaluated = timed(count, () -> key.blindEvaluate(asked.blindedElements()));
            Timed<Finalization> finalized =
                    timed(count, () -> asked.finalizeUnder(key.publicKey(), evaluated.result()));
            switch (finalized.result()) {
                case Finalization.Verified(var outputs) -> outputs.close();
                case Finalization.Refused(var reason) -> throw new IllegalStateException("proof refused: " + reason);
            }
            double raw = raw(arena, asked.blindedElements(), count);
            return new Round(blinded.micros(), evaluated.micros(), finalized.micros(), raw);
        }
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
