package org.entente.hold.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.entente.db.Tx;

/// Drafts as rows of the four tables, each once.
final class DraftRows {
    private final CopyRows subjects = new CopyRows();
    private final CopyRows facets = new CopyRows();
    private final CopyRows statements = new CopyRows();
    private final CopyRows links = new CopyRows();
    private final Set<UUID> written = new HashSet<>();

    void add(DraftText draft, short sourceId, int termsId) {
        if (!draft.draft().supplement() && written.add(draft.subject())) {
            subjects.line(draft.row(), sourceId);
        }
        for (DraftText.Line facet : draft.facets()) {
            if (written.add(facet.id())) {
                facets.line(facet.text());
            }
        }
        add(statements, draft.statements(), termsId);
        add(links, draft.links(), termsId);
    }

    private void add(CopyRows rows, List<DraftText.Line> lines, int termsId) {
        for (DraftText.Line line : lines) {
            if (written.add(line.id())) {
                rows.line(line.text(), termsId);
            }
        }
    }

    /// Into the tables whose names begin so.
    void send(Tx tx, String prefix) {
        subjects.send(tx, prefix + "subject" + DraftSql.SUBJECT_COLUMNS);
        facets.send(tx, prefix + "facet" + DraftSql.FACET_COLUMNS);
        statements.send(tx, prefix + "statement" + DraftSql.STATEMENT_COLUMNS);
        links.send(tx, prefix + "link" + DraftSql.LINK_COLUMNS);
    }
}
