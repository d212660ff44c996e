package org.entente.hold.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.hold.Property;
import org.entente.hold.SubjectKind;
import org.entente.hold.imports.Draft;
import org.entente.hold.resolve.BlockingKeys;
import org.entente.hold.resolve.Comparing;
import org.entente.hold.resolve.FacetReading;
import org.entente.hold.resolve.RecordFacets;
import org.entente.match.IdentifierType;
import org.entente.match.NameKeys;
import org.entente.match.score.Facet;
import org.entente.match.score.Kind;
import org.jspecify.annotations.Nullable;

/// Writes drafts as lines: ids, name codes, blocking keys and text, everything that needs no database, so that it is
/// done beside the
/// storing of what came before. One thread at a time.
public final class DraftWriter {
    /// What every row of one import carries.
    public record Frame(
            UUID importId, String source, LocalDate asOf, Map<String, LocalDate> partDates, Instant recorded) {
        public Frame {
            partDates = Map.copyOf(partDates);
        }

        LocalDate date(String part) {
            return partDates.getOrDefault(part, asOf);
        }
    }

    private static final List<Property> NAMING = List.of(Property.NAME, Property.FIREARM, Property.EVENT_TYPE);

    private final Frame frame;
    /// Each stands in every row: made to text once.
    private final String asOf;

    private final String recorded;
    private final Map<String, String> partDates = new HashMap<>();
    private final RowIds ids = new RowIds();
    private final CopyLine line = new CopyLine();

    public DraftWriter(Frame frame) {
        this.frame = frame;
        asOf = frame.asOf().toString();
        recorded = frame.recorded().toString();
        frame.partDates().forEach((part, date) -> partDates.put(part, date.toString()));
    }

    public DraftText write(Draft draft) {
        UUID subject = ids.of("subject", DraftStore.sourceKey(frame.source(), draft.invented()), draft.locator());
        Set<UUID> written = new HashSet<>();
        List<DraftText.Line> facets = new ArrayList<>();
        List<DraftText.Line> statements = new ArrayList<>();
        Optional<Kind> kind = comparedAs(draft);
        Map<UUID, FacetReading> compared = new LinkedHashMap<>();
        int ordinal = 0;
        for (Draft.Facet facet : draft.facets()) {
            UUID facetId = ids.within(subject, "facet", facet.key());
            Optional<FacetReading> reading =
                    kind.map(known -> compared.computeIfAbsent(facetId, _ -> new FacetReading(known)));
            if (written.add(facetId)) {
                facets.add(new DraftText.Line(facetId, facet(facet, subject, facetId)));
            }
            String within = facetId.toString();
            for (Draft.Said said : facet.statements()) {
                UUID id =
                        ids.within(subject, "statement", within, said.property().key(), said.value());
                if (written.add(id)) {
                    reading.ifPresent(facetReading ->
                            facetReading.add(said.property(), said.value(), comparable(said), id.toString()));
                    statements.add(new DraftText.Line(id, statement(draft, said, id, subject, facetId, ordinal)));
                }
                ordinal++;
            }
        }
        return new DraftText(
                draft,
                subject,
                subject(draft, subject),
                facets,
                statements,
                links(draft, subject),
                compared(subject, compared));
    }

    private static Optional<Kind> comparedAs(Draft draft) {
        return draft.terms().personClass().isProtected() ? Optional.empty() : FacetReading.kind(draft.kind());
    }

    private static @Nullable String comparable(Draft.Said said) {
        boolean identifies = said.property().identifierType().isPresent();
        return identifies && said.type() == null ? null : said.canonical();
    }

    private static DraftText.Compared compared(UUID subject, Map<UUID, FacetReading> readings) {
        Map<UUID, Facet> facets = new LinkedHashMap<>();
        readings.forEach((id, reading) -> {
            Facet facet = reading.facet();
            if (Comparing.isComparable(facet)) {
                facets.put(id, facet);
            }
        });
        return new DraftText.Compared(new RecordFacets(subject, facets), BlockingKeys.of(List.copyOf(facets.values())));
    }

    private String subject(Draft draft, UUID id) {
        return line.id(id)
                .text(draft.locator())
                .text(draft.kind().key())
                .text(draft.terms().personClass().name())
                .text(draft.status().name())
                .time(draft.statusDate())
                .text(name(draft))
                .text(asOf)
                .id(frame.importId())
                .end();
    }

    private String facet(Draft.Facet facet, UUID subject, UUID id) {
        Draft.@Nullable Procedure procedure = facet.procedure();
        return line.id(id)
                .id(subject)
                .text(facet.key())
                .text(facet.kind().key())
                .text(procedure == null ? null : procedure.status().name())
                .text(procedure == null ? null : procedure.since().toString())
                .end();
    }

    private String statement(Draft draft, Draft.Said said, UUID id, UUID subject, UUID facet, int ordinal) {
        boolean identifies = said.property().identifierType().isPresent();
        @Nullable IdentifierType type = said.type();
        return line.id(id)
                .id(subject)
                .id(facet)
                .number(ordinal)
                .text(said.property().key())
                .text(said.value())
                .text(type == null ? null : type.key())
                .text(identifies ? said.canonical() : null)
                .text(identifies ? null : said.canonical())
                .texts(said.property() == Property.NAME ? nameCodes(draft.kind(), said.value()) : null)
                .number(draft.rowNumber())
                .text(partDates.getOrDefault(said.part(), asOf))
                .text(recorded)
                .id(frame.importId())
                .text(said.origin())
                .end();
    }

    private List<DraftText.Line> links(Draft draft, UUID subject) {
        Set<UUID> written = new HashSet<>();
        List<DraftText.Line> links = new ArrayList<>();
        for (Draft.Link link : draft.links()) {
            String target = link.targetLocator() == null ? link.targetName() : link.targetLocator();
            UUID id = ids.within(subject, "link", link.kind().key(), target);
            if (written.add(id)) {
                line.id(id)
                        .id(subject)
                        .text(link.kind().key())
                        .text(link.targetLocator())
                        .text(link.targetName())
                        .text(asOf)
                        .id(frame.importId());
                links.add(new DraftText.Line(id, line.end()));
            }
        }
        return links;
    }

    private static List<String> nameCodes(SubjectKind kind, String name) {
        return (kind == SubjectKind.ORGANISATION ? NameKeys.ofOrganisation(name) : NameKeys.of(name)).codes();
    }

    /// What a list of results calls it.
    private static String name(Draft draft) {
        for (Property property : NAMING) {
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
