package org.entente.bench.match;

import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.entente.bench.Figure;
import org.entente.bench.Figure.Better;

/// Where one row's figures of one matcher go. Only the engine's own have goals and stand beside the best known.
/// `suffix` is empty for the engine, `@` and the name of a peer.
record Report(Consumer<Figure> figures, String row, String suffix, String constants, String source) {
    private static final String SHARE = "share";

    static Report of(Consumer<Figure> figures, String row, Linker linker, String source) {
        String suffix = linker.name().isEmpty() ? "" : "@" + linker.name();
        return new Report(figures, row, suffix, "; constants: " + linker.constants(), source);
    }

    /// Of what no matcher has a part in.
    static Report ofLibrary(Consumer<Figure> figures, String row, String source) {
        return new Report(figures, row, "", "", source);
    }

    Report on(String measured) {
        return new Report(figures, row, suffix, constants, measured);
    }

    void share(String figure, double value) {
        figure(figure, value, SHARE, Better.HIGHER);
    }

    /// A share of what should not be.
    void fault(String figure, double value) {
        figure(figure, value, SHARE, Better.LOWER);
    }

    void figure(String figure, double value, String unit, Better better) {
        String key = row + "." + figure;
        boolean isEngine = suffix.isEmpty();
        Figure told = new Figure("match." + key + suffix, value, unit, better).withSource(source + constants);
        OptionalDouble goal = isEngine ? Targets.goal(key) : OptionalDouble.empty();
        OptionalDouble peer = isEngine ? Targets.peer(key) : OptionalDouble.empty();
        told = goal.isPresent() ? told.withGoal(goal.getAsDouble()) : told;
        figures.accept(peer.isPresent() ? told.withPeer(peer.getAsDouble()) : told);
    }

    void interval(String figure, Interval interval) {
        share(figure + "-low", interval.low());
        share(figure + "-high", interval.high());
    }

    /// Everything that is counted over final clusters.
    void clusters(Clusters clusters, long seed) {
        PairCounts pairs = clusters.pairs();
        share("f1", pairs.f1());
        interval("f1", clusters.f1Interval(seed));
        share("precision", pairs.precision());
        share("recall", pairs.recall());
        share("f1-false-twice", pairs.f1FalseTwice());
        PrecisionRecall bCubed = clusters.bCubed();
        share("b3-f1", bCubed.f1());
        share("b3-precision", bCubed.precision());
        share("b3-recall", bCubed.recall());
        figure("found", (double) pairs.common(), "pairs", Better.HIGHER);
        figure("extra", (double) pairs.extra(), "pairs", Better.LOWER);
    }
}
