package org.entente.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.entente.hold.HoldAction;
import org.entente.hold.Holdings;
import org.entente.kernel.Officer;
import org.jspecify.annotations.Nullable;

/// Whether this node is a demonstration: all it holds is invented. Pages whose own things carry no such mark (hits,
/// operations) say so then. Thread-safe; the holdings are counted once a minute at most.
final class Demonstration {
    private static final Duration KEPT = Duration.ofMinutes(1);
    /// How the names of sources of invented records begin.
    private static final String INVENTED = "invented-";

    private final Holdings holdings;
    private final Office office;
    private final Clock clock;
    private volatile @Nullable Counted counted;

    private record Counted(Instant at, boolean invented) {}

    Demonstration(Holdings holdings, Office office, Clock clock) {
        this.holdings = holdings;
        this.office = office;
        this.clock = clock;
    }

    boolean holds(Officer officer) {
        Counted last = counted;
        Instant now = clock.instant();
        if (last != null && now.isBefore(last.at().plus(KEPT))) {
            return last.invented();
        }
        if (!office.offers(officer, HoldAction.COUNT)) {
            return false;
        }
        Set<String> sources =
                holdings.counts(officer).subjectCountBySourceAndKind().keySet();
        boolean invented = !sources.isEmpty() && sources.stream().allMatch(source -> source.startsWith(INVENTED));
        counted = new Counted(now, invented);
        return invented;
    }
}
