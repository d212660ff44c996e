package org.entente.hold.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.entente.hold.FacetKind;
import org.entente.hold.LinkKind;
import org.entente.hold.Property;
import org.entente.hold.SubjectKind;
import org.entente.kernel.EvaluationCode;
import org.entente.kernel.EvidentialStatus;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.PersonClass;
import org.entente.match.IdentifierType;
import org.jspecify.annotations.Nullable;

/// One subject as one source row gives it, ready to be stored. `locator` names the row for ever (the
/// publisher's own number, an RFC), so that the same row read again is the same subject; `statusDate` decides
/// which of two rows about one subject says its present status.
public record Draft(
        String locator,
        int rowNumber,
        SubjectKind kind,
        EvidentialStatus status,
        LocalDate statusDate,
        boolean invented,
        Terms terms,
        List<Facet> facets,
        List<Link> links) {
    public Draft {
        facets = List.copyOf(facets);
        links = List.copyOf(links);
    }

    /// On what ground and until when the record is held: without all five it does not come in.
    public record Terms(
            LegalBasis basis,
            Set<HandlingCode> handling,
            EvaluationCode evaluation,
            LocalDate retainUntil,
            PersonClass personClass) {
        public Terms {
            handling = Set.copyOf(handling);
        }
    }

    /// `key` tells the facets of one subject apart and stays the same in every edition of the list.
    public record Facet(String key, FacetKind kind, List<Said> statements) {
        public Facet {
            statements = List.copyOf(statements);
        }
    }

    /// One statement. `canonical` is the comparable form of an identifier, or of a date (EDTF); `type` says
    /// which kind of identifier, and only where its shape stands, since only then equality means something. A
    /// covered or unreadable identifier has neither.
    public record Said(
            Property property,
            String value,
            @Nullable IdentifierType type,
            @Nullable String canonical) {}

    /// To a subject of the same source: by its locator where the row gives one, else by its name as written.
    public record Link(LinkKind kind, @Nullable String targetLocator, String targetName) {}
}
