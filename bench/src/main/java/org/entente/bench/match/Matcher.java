package org.entente.bench.match;

import java.util.List;
import org.entente.match.score.Facet;
import org.entente.match.score.Kind;

/// What is measured: an engine or a peer of it. Scores are its own (bits, a similarity); only their order and its own
/// thresholds matter. Nothing here tells it which data set it sees.
interface Matcher {
    /// As it stands behind the `@` of its figures; empty for the engine itself, which alone has goals.
    String name();

    /// The version of its constants, or the hash of the file they stand in.
    String constants();

    /// From subjects, each with the identities that its record states, to a cluster number for each, in their order.
    /// The subjects may be iterated more than once and are read anew each time. Every pair that was scored and kept is
    /// told to `pairs`.
    int[] link(Iterable<List<Facet>> subjects, ScoredPairs pairs);

    /// An index of names to be searched.
    Index index(List<Facet> items);

    /// How alike two names are.
    double compare(Kind kind, String one, String other);

    /// From which score on [#compare] says that two names name the same.
    double nameThreshold();

    /// From which score on a hit of a search by name alone is shown to a person.
    double screeningThreshold();

    /// Ordinals of two subjects and the probability that they are one.
    interface ScoredPairs {
        void pair(int one, int other, double probability);
    }

    interface Index {
        /// At most `limit` items, best first. Thread-safe.
        List<Hit> search(Facet query, int limit);
    }

    /// `item` is the position in the list that was indexed.
    record Hit(int item, double score) {}
}
