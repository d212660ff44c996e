package org.entente.hold.store;

import java.util.List;
import java.util.UUID;
import org.entente.hold.imports.Draft;
import org.entente.hold.resolve.BlockingKeys;
import org.entente.hold.resolve.RecordFacets;

/// A draft as lines of COPY's text format, all but the last column of those that name a source or terms: their numbers
/// are the database's.
public record DraftText(
        Draft draft,
        UUID subject,
        String row,
        List<Line> facets,
        List<Line> statements,
        List<Line> links,
        Compared compared) {
    /// One row of a table and its id. A draft says nothing twice; two drafts of one subject may.
    public record Line(UUID id, String text) {}

    /// What it is compared by; both empty where nothing is, and of protected persons.
    public record Compared(RecordFacets record, BlockingKeys keys) {}

    public DraftText {
        facets = List.copyOf(facets);
        statements = List.copyOf(statements);
        links = List.copyOf(links);
    }
}
