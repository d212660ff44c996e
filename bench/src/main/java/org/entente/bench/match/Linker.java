package org.entente.bench.match;

import java.io.IOException;
import java.util.List;
import org.entente.match.score.Facet;

/// What makes clusters of records.
interface Linker {
    /// As it stands behind the `@` of its figures; empty for the engine itself, which alone has goals.
    String name();

    /// The version of its constants, or the hash of the file they stand in.
    String constants();

    /// From subjects, each with the identities that its record states, to a cluster number for each, in their order.
    /// The subjects may be iterated more than once and are read anew each time. Every pair that was scored and
    /// kept is told to `pairs`.
    int[] link(Iterable<List<Facet>> subjects, ScoredPairs pairs) throws IOException;

    /// Ordinals of two subjects and the probability that they are one.
    interface ScoredPairs {
        void pair(int one, int other, double probability);
    }
}
