package org.entente.bench.match;

import java.util.List;
import org.entente.match.score.Facet;

/// One record with the truth about it. Several facets where the record itself states several identities; `entity` is
/// the same text for all records of one subject and is never shown to a matcher.
record Labelled(String id, List<Facet> facets, String entity) {
    Labelled {
        facets = List.copyOf(facets);
    }

    static Labelled of(String id, Facet facet, String entity) {
        return new Labelled(id, List.of(facet), entity);
    }
}
