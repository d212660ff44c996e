package org.entente.hold;

import java.util.List;
import java.util.Optional;
import org.entente.kernel.Bilingual;
import org.entente.kernel.EvidentialStatus;
import org.entente.kernel.PersonClass;
import org.entente.kernel.SourceReference;
import org.entente.kernel.Statement;

/// One subject with everything the officer may see of it, every statement with its source.
public record Dossier(
        SubjectId subject,
        SubjectKind kind,
        String name,
        EvidentialStatus status,
        PersonClass personClass,
        SourceReference source,
        List<Facet> facets,
        List<Link> links) {
    public Dossier {
        facets = List.copyOf(facets);
        links = List.copyOf(links);
    }

    /// The list by name.
    public Bilingual sourceName() {
        return SourceNames.name(source);
    }

    /// The day of the list, and that it may have changed since. A statement may be of another day than its subject.
    public Optional<Bilingual> caution() {
        return SourceNames.caution(source);
    }

    public record Facet(FacetKind kind, List<Held> statements) {
        public Facet {
            statements = List.copyOf(statements);
        }
    }

    /// `withdrawn`: no longer in the newest edition of its source.
    public record Held(Statement statement, boolean withdrawn) {}

    /// `outgoing` from this subject; `other` and its status are empty where the source names someone it does not list.
    public record Link(
            LinkKind kind,
            boolean outgoing,
            Optional<SubjectId> other,
            String otherName,
            Optional<EvidentialStatus> otherStatus,
            SourceReference source) {}
}
