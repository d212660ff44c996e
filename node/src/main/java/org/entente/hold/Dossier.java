package org.entente.hold;

import java.util.List;
import java.util.Optional;
import org.entente.kernel.Bilingual;
import org.entente.kernel.EvidentialStatus;
import org.entente.kernel.PersonClass;
import org.entente.kernel.SourceReference;
import org.entente.kernel.Statement;

/// One record with everything the officer may see of it, every statement with its source; and, apart from it, the
/// records that are joined with it. Nothing of those is this record's: each keeps its own source and status.
///
/// @param judged what stands about this record and others, and about the records of its cluster among each other: joins
///     first, then what awaits a person
public record Dossier(
        SubjectId subject,
        SubjectKind kind,
        String name,
        EvidentialStatus status,
        PersonClass personClass,
        SourceReference source,
        List<Facet> facets,
        List<Link> links,
        List<Joined> joined,
        List<JudgedPair> judged) {
    public Dossier {
        facets = List.copyOf(facets);
        links = List.copyOf(links);
        joined = List.copyOf(joined);
        judged = List.copyOf(judged);
    }

    /// The list by name.
    public Bilingual sourceName() {
        return SourceNames.name(source);
    }

    /// The day of the list, and that it may have changed since. A statement may be of another day than its subject.
    public Optional<Bilingual> caution() {
        return SourceNames.caution(source);
    }

    Dossier with(List<Joined> others, List<JudgedPair> pairs) {
        return new Dossier(subject, kind, name, status, personClass, source, facets, links, others, pairs);
    }

    /// Another record of the same subject. `confirmed`: every join between the two was made by a person; without it
    /// nothing of the record is released, offered for discovery or printed as this subject's.
    public record Joined(Dossier record, boolean confirmed) {}

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
