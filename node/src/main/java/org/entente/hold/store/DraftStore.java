package org.entente.hold.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.db.Tx;
import org.entente.hold.Property;
import org.entente.hold.SubjectKind;
import org.entente.hold.imports.Draft;
import org.entente.match.IdentifierType;
import org.entente.match.NameKeys;
import org.jspecify.annotations.Nullable;

/// Takes drafts into the tables, a chunk a transaction: COPY into tables that live for the transaction, then
/// one insert for each real table. What is there already is left alone, so a repeated import changes nothing.
public final class DraftStore {
    private final UUID importId;
    private final String source;
    private final LocalDate asOf;
    private final Instant recorded;
    private final RowIds ids = new RowIds();
    private final Map<Draft.Terms, Integer> termsIds = new HashMap<>();
    private final Map<Boolean, Short> sourceIds = new HashMap<>();

    public DraftStore(UUID importId, String source, LocalDate asOf, Instant recorded) {
        this.importId = importId;
        this.source = source;
        this.asOf = asOf;
        this.recorded = recorded;
    }

    /// The name of the source of invented records.
    public static String sourceKey(String source, boolean invented) {
        return invented ? "invented-" + source : source;
    }

    /// Stores one chunk.
    ///
    /// @return how many of the drafts changed nothing
    public int store(Tx tx, List<Draft> drafts) {
        for (String sql : DraftSql.STAGES) {
            tx.dsl().execute(sql);
        }
        learnTerms(tx, drafts);
        CopyRows subjects = new CopyRows();
        CopyRows facets = new CopyRows();
        CopyRows statements = new CopyRows();
        CopyRows links = new CopyRows();
        for (Draft draft : drafts) {
            add(tx, draft, subjects, facets, statements, links);
        }
        subjects.send(tx, "stage_subject");
        facets.send(tx, "stage_facet");
        statements.send(tx, "stage_statement");
        links.send(tx, "stage_link");
        for (String sql : DraftSql.TAKE) {
            tx.dsl().execute(sql);
        }
        int changed = tx.dsl().fetchSingle(DraftSql.CHANGED_COUNT).get(0, Integer.class);
        return (int) subjects.rowCount() - changed;
    }

    /// After the last chunk: joins links to their targets and, if the whole list was read, marks what it no
    /// longer has.
    ///
    /// @return how many subjects left the list
    public int close(Tx tx, boolean wholeList, boolean absenceIsDelisting) {
        // Each search reads what the index has not yet sorted in, some 350 pages after a list.
        tx.dsl().execute("select gin_clean_pending_list('hold.statement_name'::regclass)");
        tx.dsl().execute("analyze hold.subject, hold.facet, hold.statement, hold.link");
        for (short sourceId : sourceIds.values()) {
            tx.dsl().execute(DraftSql.JOIN_LINKS_BY_LOCATOR, sourceId);
            tx.dsl().execute(DraftSql.JOIN_LINKS_BY_NAME, sourceId);
        }
        int delisted = 0;
        if (wholeList && absenceIsDelisting) {
            for (short sourceId : sourceIds.values()) {
                tx.dsl().execute(DraftSql.WITHDRAW_STATEMENTS, recorded.toString(), sourceId, asOf);
                tx.dsl().execute(DraftSql.WITHDRAW_LINKS, recorded.toString(), sourceId, asOf);
                delisted += tx.dsl().execute(DraftSql.DELIST, asOf, sourceId, asOf);
            }
        }
        return delisted;
    }

    private void add(Tx tx, Draft draft, CopyRows subjects, CopyRows facets, CopyRows statements, CopyRows links) {
        short sourceId = sourceIds.computeIfAbsent(draft.invented(), invented -> sourceId(tx, invented));
        int termsId = termsIds.getOrDefault(draft.terms(), 0);
        UUID subject = ids.of("subject", sourceKey(source, draft.invented()), draft.locator());
        subjects.id(subject)
                .number(sourceId)
                .text(draft.locator())
                .text(draft.kind().key())
                .text(draft.terms().personClass().name())
                .text(draft.status().name())
                .time(draft.statusDate())
                .text(name(draft))
                .time(asOf)
                .id(importId)
                .end();
        int ordinal = 0;
        for (Draft.Facet facet : draft.facets()) {
            UUID facetId = ids.within(subject, "facet", facet.key());
            facets.id(facetId)
                    .id(subject)
                    .text(facet.key())
                    .text(facet.kind().key())
                    .end();
            for (Draft.Said said : facet.statements()) {
                statement(statements, draft, subject, facetId, said, ordinal++, termsId);
            }
        }
        for (Draft.Link link : draft.links()) {
            String target = link.targetLocator() == null ? link.targetName() : link.targetLocator();
            links.id(ids.within(subject, "link", link.kind().key(), target))
                    .id(subject)
                    .text(link.kind().key())
                    .text(link.targetLocator())
                    .text(link.targetName())
                    .time(asOf)
                    .number(termsId)
                    .id(importId)
                    .end();
        }
    }

    private void statement(
            CopyRows rows, Draft draft, UUID subject, UUID facet, Draft.Said said, int ordinal, int termsId) {
        String property = said.property().key();
        boolean identifies = said.property().identifierType().isPresent();
        @Nullable IdentifierType type = said.type();
        rows.id(ids.within(subject, "statement", facet.toString(), property, said.value()))
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
                .time(asOf)
                .time(recorded)
                .number(termsId)
                .id(importId)
                .end();
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

    private short sourceId(Tx tx, boolean invented) {
        String key = sourceKey(source, invented);
        tx.dsl().execute("insert into hold.source (key, invented) values (?, ?) on conflict do nothing", key, invented);
        return tx.dsl()
                .fetchSingle("select id from hold.source where key = ?", key)
                .get(0, Short.class);
    }

    /// The ids of all terms of a chunk, in two statements however many there are.
    private void learnTerms(Tx tx, List<Draft> drafts) {
        List<Draft.Terms> unknown = drafts.stream()
                .map(Draft::terms)
                .distinct()
                .filter(terms -> !termsIds.containsKey(terms))
                .toList();
        CopyRows rows = new CopyRows();
        for (int i = 0; i < unknown.size(); i++) {
            Draft.Terms terms = unknown.get(i);
            rows.number(i)
                    .text(terms.basis().instrument())
                    .text(terms.basis().article())
                    .texts(terms.handling().stream().map(Enum::name).sorted().toList())
                    .text(terms.evaluation().value())
                    .time(terms.retainUntil())
                    .text(terms.personClass().name())
                    .end();
        }
        rows.send(tx, "stage_terms");
        tx.dsl().execute(DraftSql.TAKE_TERMS);
        tx.dsl()
                .fetch(DraftSql.FIND_TERMS)
                .forEach(row -> termsIds.put(unknown.get(row.get(0, Integer.class)), row.get(1, Integer.class)));
    }
}
