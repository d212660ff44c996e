package org.entente.bench.match;

import java.util.List;
import java.util.OptionalDouble;
import org.entente.match.score.Facet;
import org.entente.match.score.Kind;

/// What is measured: an engine or a peer of it. Scores are its own (bits, a similarity); only their order and its
/// own thresholds matter. Nothing here tells it which data set it sees.
interface Matcher extends Linker {
    @Override
    int[] link(Iterable<List<Facet>> subjects, ScoredPairs pairs);

    /// A matcher that learned from records without being told who is who; itself where it does not learn.
    default Matcher trained(Iterable<List<Facet>> subjects) {
        return this;
    }

    /// Pairs a second on one core: every comparison of the person model over blocked candidates of `subjects`,
    /// without early exit, what is computed once a record apart. Empty where it has no such thing.
    default OptionalDouble pairRate(List<List<Facet>> subjects) {
        return OptionalDouble.empty();
    }

    /// An index of names to be searched.
    Index index(List<Facet> items);

    /// How alike two names are.
    double compare(Kind kind, String one, String other);

    /// From which score on [#compare] says that two names name the same.
    double nameThreshold();

    /// From which score on a hit of a search by name alone is shown to a person.
    double screeningThreshold();

    interface Index {
        /// At most `limit` items, best first. Thread-safe.
        List<Hit> search(Facet query, int limit);
    }

    /// `item` is the position in the list that was indexed.
    record Hit(int item, double score) {}
}
