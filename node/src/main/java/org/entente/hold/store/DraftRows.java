package org.entente.hold.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.entente.db.Tx;
import org.entente.hold.Property;
import org.entente.hold.SubjectKind;
import org.entente.hold.imports.Draft;
import org.entente.match.IdentifierType;
import org.entente.match.NameKeys;
import org.jspecify.annotations.Nullable;

/// Drafts as rows of the four tables, each once.
final class DraftRows {
    /// What every row of one import carries.
    record Frame(UUID importId, LocalDate asOf, Map<String, LocalDate> partDates, Instant recorded) {
        LocalDate date(String part) {
            return partDates.getOrDefault(part, asOf);
        }
    }

    private final Frame frame;
    private final RowIds ids;
    private final CopyRows subjects = new CopyRows();
    private final CopyRows facets = new CopyRows();
    private final CopyRows statements = new CopyRows();
    private final CopyRows links = new CopyRows();
    private final Set<UUID> written = new HashSet<>();

    DraftRows(Frame frame, RowIds ids) {
        this.frame = frame;
        this.ids = ids;
    }

    void send(Tx tx, String subjectTarget, String facetTarget, String statementTarget, String linkTarget) {
        subjects.send(tx, subjectTarget);
        facets.send(tx, facetTarget);
        statements.send(tx, statementTarget);
        links.send(tx, linkTarget);
    }

    void add(Draft draft, UUID subject, short sourceId, int termsId) {
        if (!draft.supplement() && written.add(subject)) {
            subjects.id(subject)
                    .number(sourceId)
                    .text(draft.locator())
                    .text(draft.kind().key())
                    .text(draft.terms().personClass().name())
                    .text(draft.status().name())
                    .time(draft.statusDate())
                    .text(name(draft))
                    .time(frame.asOf())
                    .id(frame.importId())
                    .end();
        }
        int ordinal = 0;
        for (Draft.Facet facet : draft.facets()) {
            UUID facetId = ids.within(subject, "facet", facet.key());
            facet(facet, subject, facetId);
            for (Draft.Said said : facet.statements()) {
                statement(draft, subject, facetId, said, ordinal++, termsId);
            }
        }
        for (Draft.Link link : draft.links()) {
            link(link, subject, termsId);
        }
    }

    private void facet(Draft.Facet facet, UUID subject, UUID id) {
        if (written.add(id)) {
            Draft.@Nullable Procedure procedure = facet.procedure();
            facets.id(id)
                    .id(subject)
                    .text(facet.key())
                    .text(facet.kind().key())
                    .text(procedure == null ? null : procedure.status().name())
                    .text(procedure == null ? null : procedure.since().toString())
                    .end();
        }
    }

    private void statement(Draft draft, UUID subject, UUID facet, Draft.Said said, int ordinal, int termsId) {
        String property = said.property().key();
        UUID id = ids.within(subject, "statement", facet.toString(), property, said.value());
        if (!written.add(id)) {
            return;
        }
        boolean identifies = said.property().identifierType().isPresent();
        @Nullable IdentifierType type = said.type();
        statements
                .id(id)
                .id(subject)
                .id(facet)
                .number(ordinal)
                .text(property)
                .text(said.value())
                .text(type == null ? null : type.key())
                .text(identifies ? said.canonical() : null)
                .text(identifies ? null : said.canonical())
                .texts(said.property() == Property.NAME ? nameCodes(draft.kind(), said.value()) : null)
                .number(draft.rowNumber())
                .time(frame.date(said.part()))
                .time(frame.recorded())
                .number(termsId)
                .id(frame.importId())
                .text(said.origin())
                .end();
    }

    private void link(Draft.Link link, UUID subject, int termsId) {
        String target = link.targetLocator() == null ? link.targetName() : link.targetLocator();
        UUID id = ids.within(subject, "link", link.kind().key(), target);
        if (written.add(id)) {
            links.id(id)
                    .id(subject)
                    .text(link.kind().key())
                    .text(link.targetLocator())
                    .text(link.targetName())
                    .time(frame.asOf())
                    .number(termsId)
                    .id(frame.importId())
                    .end();
        }
    }

    private static List<String> nameCodes(SubjectKind kind, String name) {
        return (kind == SubjectKind.ORGANISATION ? NameKeys.ofOrganisation(name) : NameKeys.of(name)).codes();
    }

    /// What a list of results calls it.
    private static String name(Draft draft) {
        for (Property property : List.of(Property.NAME, Property.FIREARM, Property.EVENT_TYPE)) {
            for (Draft.Facet facet : draft.facets()) {
                for (Draft.Said said : facet.statements()) {
                    if (said.property() == property) {
                        return said.value();
                    }
                }
            }
        }
        return "";
    }
}
