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
/// since when the status stands.
///
/// `rowCount` is how many rows of the files it stands for: each row is counted in one draft. A `supplement` adds to
/// a subject that is held already and says nothing about the subject itself.
public record Draft(
        String locator,
        int rowNumber,
        int rowCount,
        boolean supplement,
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

    /// One procedure against a subject that may have several.
    public record Procedure(EvidentialStatus status, LocalDate since) {}

    /// `key` tells the facets of one subject apart and stays the same in every edition of the list. `procedure`
    /// where the facet is one.
    public record Facet(
            String key, FacetKind kind, @Nullable Procedure procedure, List<Said> statements) {
        public Facet {
            statements = List.copyOf(statements);
        }
    }

    /// One statement. `canonical` is the comparable form of an identifier, or of a date (EDTF); `type` says
    /// which kind of identifier, and only where its shape stands, since only then equality means something. A
    /// covered or unreadable identifier has neither. `origin` is the part that says it and, where a row of the part
    /// is less than a subject, the row's own key ("sdn", "add:2117"): read again, a row replaces what it said.
    public record Said(
            Property property,
            String value,
            @Nullable IdentifierType type,
            @Nullable String canonical,
            String origin) {
        public String part() {
            int colon = origin.indexOf(':');
            return colon < 0 ? origin : origin.substring(0, colon);
        }
    }

    /// To a subject of the same source: by its locator where the row gives one, else by its name as written.
    public record Link(LinkKind kind, @Nullable String targetLocator, String targetName) {}
}
