package org.entente.hold.resolve;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.entente.match.score.Facet;

/// One record as it is compared: its facets by their ids, the primary first.
public record RecordFacets(UUID subject, Map<UUID, Facet> facets) {
    public RecordFacets {
        facets = new LinkedHashMap<>(facets);
    }
}
