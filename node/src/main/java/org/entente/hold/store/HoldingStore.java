package org.entente.hold.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.entente.access.Scope;
import org.entente.db.Tx;
import org.entente.hold.Discoverable;
import org.entente.hold.DiscoveryOrder;
import org.entente.hold.Dossier;
import org.entente.hold.FacetKind;
import org.entente.hold.HoldingCounts;
import org.entente.hold.IdentifierSelection;
import org.entente.hold.LinkKind;
import org.entente.hold.SearchResult;
import org.entente.hold.StatementOfSubject;
import org.entente.hold.SubjectId;
import org.entente.hold.SubjectKind;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EvaluationCode;
import org.entente.kernel.EvidentialStatus;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.PersonClass;
import org.entente.kernel.SourceReference;
import org.entente.kernel.Statement;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// Reads the holdings. Every query carries the officer's scope and today's date in its WHERE: a protected
/// person without a mandate, and a statement past its retention, do not leave the database, whatever the caller
/// does.
public final class HoldingStore {
    /// What an officer sees: the classes, and the day for retention.
    public record View(Scope scope, LocalDate today) {
        String[] classes() {
            return Arrays.stream(PersonClass.values())
                    .filter(scope::sees)
                    .map(Enum::name)
                    .toArray(String[]::new);
        }
    }

    static final String[] UNPROTECTED = Arrays.stream(PersonClass.values())
            .filter(personClass -> !personClass.isProtected())
            .map(Enum::name)
            .toArray(String[]::new);

    private static final String[] CLEARED = Arrays.stream(EvidentialStatus.values())
            .filter(EvidentialStatus::isCleared)
            .map(Enum::name)
            .toArray(String[]::new);

    /// Visible statements `st` of visible subjects `s` with their terms `t` and source `src`. Parameters:
    /// classes, day.
    private static final String VISIBLE = """
             from hold.statement st
             join hold.subject s on s.id = st.subject
             join hold.terms t on t.id = st.terms
             join hold.source src on src.id = s.source
             where array[s.person_class, t.person_class] <@ ?::text[] and t.retain_until >= ?
            """;

    private static final String SUBJECT_COLUMNS =
            "s.id, s.kind, s.name, s.status, s.person_class, s.locator, s.as_of, src.key as source, src.invented";

    /// Names having all codes of any one block. At most `countMax` statements, in the order of names.
    public List<SearchResult.Item> byName(Tx tx, View view, List<List<String>> blocks, int countMax) {
        String anyBlock = blocks.stream().map(_ -> "st.name_codes @> ?::text[]").collect(Collectors.joining(" or "));
        Object[] values = new Object[blocks.size() + 3];
        values[0] = view.classes();
        values[1] = view.today();
        for (int i = 0; i < blocks.size(); i++) {
            values[2 + i] = blocks.get(i).toArray(String[]::new);
        }
        values[values.length - 1] = countMax;
        return tx.dsl()
                .fetch(
                        "select " + SUBJECT_COLUMNS + ", st.value as matched" + VISIBLE
                                + " and st.withdrawn is null and (" + anyBlock
                                + ") order by s.name, s.id, st.id limit ?",
                        values)
                .map(HoldingStore::item);
    }

    /// Identifiers that begin with any of the prefixes (canonical characters only), and firearms whose serial
    /// does.
    public List<SearchResult.Item> byIdentifier(Tx tx, View view, List<String> prefixes, int countMax) {
        String anyPrefix = prefixes.stream()
                .map(_ ->
                        "st.key_value like ? or (st.key_type = 'firearm' and split_part(st.key_value, '/', 2) like ?)")
                .collect(Collectors.joining(" or "));
        List<Object> values = new ArrayList<>(List.of(view.classes(), view.today()));
        for (String prefix : prefixes) {
            String pattern = prefix.replace("\\", "").replace("%", "").replace("_", "") + "%";
            values.add(pattern);
            values.add(pattern);
        }
        values.add(countMax);
        return tx.dsl()
                .fetch(
                        "select " + SUBJECT_COLUMNS + ", st.value as matched" + VISIBLE + " and (" + anyPrefix
                                + ") order by length(st.key_value), st.key_value, s.id, st.id limit ?",
                        values.toArray())
                .map(HoldingStore::item);
    }

    /// The birth dates that the sources of these subjects state (EDTF).
    public Map<SubjectId, List<String>> birthDates(Tx tx, View view, Collection<SubjectId> subjects) {
        Map<SubjectId, List<String>> dates = new HashMap<>();
        tx.dsl()
                .fetch(
                        "select s.id, st.date_value" + VISIBLE + """
                                   and st.withdrawn is null and st.property = 'birth-date'
                                   and st.date_value is not null and s.id = any(?::uuid[])
                                  """,
                        view.classes(),
                        view.today(),
                        subjects.stream().map(SubjectId::value).toArray(UUID[]::new))
                .forEach(row -> dates.computeIfAbsent(new SubjectId(row.get(0, UUID.class)), _ -> new ArrayList<>())
                        .add(row.get(1, String.class)));
        return dates;
    }

    public Optional<Dossier> dossier(Tx tx, View view, SubjectId subject) {
        Map<UUID, FacetKind> kinds = new LinkedHashMap<>();
        Map<UUID, List<Dossier.Held>> statements = new LinkedHashMap<>();
        @Nullable Record first = null;
        for (Record row : tx.dsl()
                .fetch(
                        "select " + SUBJECT_COLUMNS + ", f.id as facet, f.kind as facet_kind, " + STATEMENT_COLUMNS
                                + VISIBLE.replace(
                                        "join hold.terms", "join hold.facet f on f.id = st.facet join hold.terms")
                                + " and s.id = ? order by f.kind <> 'primary', f.key, st.ordinal, st.id",
                        view.classes(),
                        view.today(),
                        subject.value())) {
            first = first == null ? row : first;
            UUID facet = row.get("facet", UUID.class);
            kinds.put(
                    facet, FacetKind.ofKey(row.get("facet_kind", String.class)).orElseThrow());
            statements
                    .computeIfAbsent(facet, _ -> new ArrayList<>())
                    .add(new Dossier.Held(statement(row), row.get("withdrawn", Instant.class) != null));
        }
        if (first == null) {
            return Optional.empty();
        }
        List<Dossier.Facet> facets = statements.entrySet().stream()
                .map(entry -> new Dossier.Facet(kinds.getOrDefault(entry.getKey(), FacetKind.ALIAS), entry.getValue()))
                .toList();
        SearchResult.Item item = item(first, "");
        return Optional.of(new Dossier(
                item.subject(),
                item.kind(),
                item.name(),
                item.status(),
                item.personClass(),
                item.source(),
                facets,
                links(tx, view, subject),
                List.of(),
                List.of()));
    }

    /// Both directions; a link to a subject outside the view is not there.
    private static List<Dossier.Link> links(Tx tx, View view, SubjectId subject) {
        return tx.dsl()
                .fetch(
                        """
                        select l.kind, l.subject = ? as outgoing, o.id as other,
                            coalesce(o.name, l.target_name) as other_name, o.status as other_status,
                            src.key as source, s.locator, l.as_of,
                            src.invented
                        from hold.link l
                        join hold.subject s on s.id = l.subject
                        join hold.source src on src.id = s.source
                        join hold.terms t on t.id = l.terms
                        left join hold.subject o on o.id = case when l.subject = ? then l.target else l.subject end
                        where (l.subject = ? or l.target = ?) and l.withdrawn is null and t.retain_until >= ?
                            and (o.id is null or o.person_class = any(?::text[])) and t.person_class = any(?::text[])
                            and (o.id is not null or l.target_locator is null)
                        order by outgoing desc, l.kind, other_name, l.id
                        """,
                        subject.value(),
                        subject.value(),
                        subject.value(),
                        subject.value(),
                        view.today(),
                        view.classes(),
                        view.classes())
                .map(row -> new Dossier.Link(
                        LinkKind.ofKey(row.get("kind", String.class)).orElseThrow(),
                        row.get("outgoing", Boolean.class),
                        Optional.ofNullable(row.get("other", UUID.class)).map(SubjectId::new),
                        row.get("other_name", String.class),
                        Optional.ofNullable(row.get("other_status", String.class))
                                .map(EvidentialStatus::valueOf),
                        source(row)));
    }

    private static final String STATEMENT_COLUMNS = """
            st.id as statement, st.property, st.value, st.as_of as statement_as_of, st.recorded, st.withdrawn,
            t.instrument, t.article, t.handling, t.evaluation, t.retain_until, t.person_class as terms_class
            """;

    /// What their sources still say.
    public List<StatementOfSubject> statements(Tx tx, View view, Collection<UUID> ids) {
        return tx.dsl()
                .fetch(
                        "select " + SUBJECT_COLUMNS + ", " + STATEMENT_COLUMNS + VISIBLE
                                + " and st.withdrawn is null and st.id = any(?::uuid[]) order by st.id",
                        view.classes(),
                        view.today(),
                        ids.toArray(UUID[]::new))
                .map(row -> new StatementOfSubject(
                        statement(row), EvidentialStatus.valueOf(row.get("status", String.class))));
    }

    /// What their sources say or said last.
    List<Statement> said(Tx tx, View view, Collection<UUID> ids) {
        return tx.dsl()
                .fetch(
                        "select " + SUBJECT_COLUMNS + ", " + STATEMENT_COLUMNS + VISIBLE
                                + " and st.id = any(?::uuid[])",
                        view.classes(),
                        view.today(),
                        ids.toArray(UUID[]::new))
                .map(HoldingStore::statement);
    }

    public List<IdentifierSelection.Selected> identifiers(
            Tx tx, View view, IdentifierSelection selection, int countMax) {
        return tx.dsl()
                .fetch(
                        "select distinct st.key_value, s.id" + VISIBLE + """
                                   and st.withdrawn is null and st.key_type = ? and src.key = ?
                                   and (cardinality(?::text[]) = 0 or exists (
                                    select 1 from hold.statement p where p.subject = s.id and p.property = 'programme'
                                        and p.withdrawn is null and p.value = any(?::text[])))
                                  order by st.key_value, s.id limit ?
                                  """,
                        view.classes(),
                        view.today(),
                        selection.type().key(),
                        selection.source(),
                        selection.programmes().toArray(String[]::new),
                        selection.programmes().toArray(String[]::new),
                        countMax)
                .map(row -> new IdentifierSelection.Selected(
                        row.get(0, String.class), new SubjectId(row.get(1, UUID.class))));
    }

    /// Every value of the type that the peer may find, ascending, each with a fresh handle. No officer's
    /// mandate reaches here: protected classes are absent for everyone.
    public void discoverable(
            Tx tx,
            DiscoveryOrder order,
            LocalDate today,
            Instant minted,
            Supplier<Bytes> handles,
            Consumer<Discoverable> sink) {
        CopyRows rows = new CopyRows();
        CopyLine line = new CopyLine();
        try (var found = tx.dsl()
                .fetchLazy(
                        "select distinct st.key_value, s.id, s.status" + VISIBLE + """
                                   and st.withdrawn is null and st.key_type = ? and not (s.status = any(?::text[]))
                                  order by st.key_value, s.id
                                  """,
                        UNPROTECTED,
                        today,
                        order.type().key(),
                        order.clearancesShared() ? new String[0] : CLEARED)) {
            for (Record row : found) {
                Bytes handle = handles.get();
                String status = row.get(2, String.class);
                line.text("\\x" + handle.hex())
                        .text(order.agreement().value())
                        .text("\\x" + order.setId().hex())
                        .id(row.get(1, UUID.class))
                        .text(order.type().key())
                        .text(row.get(0, String.class))
                        .text(status)
                        .time(minted);
                rows.line(line.end());
                sink.accept(new Discoverable(row.get(0, String.class), EvidentialStatus.valueOf(status), handle));
            }
        }
        rows.send(tx, "hold.handle (handle, agreement, set_id, subject, key_type, key_value, status, minted)");
    }

    /// By key of the identifier type, how many rows [#discoverable] would give.
    public Map<String, Long> discoverableCounts(Tx tx, boolean clearancesShared, LocalDate today) {
        Map<String, Long> counts = new HashMap<>();
        tx.dsl()
                .fetch(
                        "select key_type, count(*) from (select distinct st.key_type, st.key_value, s.id" + VISIBLE
                                + """
                                   and st.withdrawn is null and st.key_type is not null
                                   and not (s.status = any(?::text[]))) one group by key_type
                                  """,
                        UNPROTECTED,
                        today,
                        clearancesShared ? new String[0] : CLEARED)
                .forEach(row -> counts.put(row.get(0, String.class), row.get(1, Long.class)));
        return counts;
    }

    /// Whether any handle of the set stands for a subject and value that may not be found today. Where the source gives
    /// the value no more, what it said last decides.
    public boolean isStale(Tx tx, AgreementId agreement, Bytes setId, LocalDate today) {
        return tx.dsl()
                .fetchSingle("""
                        select exists (select 1 from hold.handle h
                        where h.agreement = ? and h.set_id = ? and not exists (select 1
                        """ + VISIBLE + """
                                   and st.subject = h.subject and st.key_type = h.key_type
                                   and st.key_value = h.key_value
                                   and (st.withdrawn is null or not exists (
                                       select 1 from hold.statement other where other.subject = h.subject
                                       and other.key_type = h.key_type and other.key_value = h.key_value
                                       and other.withdrawn is null))))
                                  """, agreement.value(), setId.toArray(), UNPROTECTED, today)
                .get(0, Boolean.class);
    }

    public void keepHandles(Tx tx, AgreementId agreement, List<Bytes> setIds) {
        tx.dsl()
                .execute(
                        "delete from hold.handle where agreement = ? and not (set_id = any(?::bytea[]))",
                        agreement.value(),
                        setIds.stream().map(Bytes::toArray).toArray(byte[][]::new));
    }

    public Optional<SearchResult.Item> resolve(Tx tx, View view, AgreementId agreement, Bytes handle) {
        return tx.dsl()
                .fetchOptional("select " + SUBJECT_COLUMNS + """
                                  , h.key_value as matched from hold.handle h
                                  join hold.subject s on s.id = h.subject join hold.source src on src.id = s.source
                                  where s.person_class = any(?::text[]) and h.agreement = ? and h.handle = ?
                                  """, view.classes(), agreement.value(), handle.toArray())
                .map(HoldingStore::item);
    }

    /// Without protected persons, whoever asks: a count that moves by one tells of a record.
    public HoldingCounts counts(Tx tx) {
        TreeMap<String, Long> bySourceAndKind = new TreeMap<>();
        for (Record row : tx.dsl().fetch("""
                        select src.key || '/' || s.kind, count(*) from hold.subject s
                        join hold.source src on src.id = s.source where s.person_class = any(?::text[]) group by 1
                        """, (Object) UNPROTECTED)) {
            bySourceAndKind.put(row.get(0, String.class), row.get(1, Long.class));
        }
        long statementCount = tx.dsl().fetchSingle("""
                        select count(*) from hold.statement st join hold.subject s on s.id = st.subject
                        where s.person_class = any(?::text[])
                        """, (Object) UNPROTECTED).get(0, Long.class);
        return new HoldingCounts(
                bySourceAndKind.values().stream().mapToLong(Long::longValue).sum(), statementCount, bySourceAndKind);
    }

    private static SearchResult.Item item(Record row) {
        return item(row, row.get("matched", String.class));
    }

    private static SearchResult.Item item(Record row, String matched) {
        return new SearchResult.Item(
                new SubjectId(row.get("id", UUID.class)),
                SubjectKind.ofKey(row.get("kind", String.class)).orElseThrow(),
                row.get("name", String.class),
                EvidentialStatus.valueOf(row.get("status", String.class)),
                PersonClass.valueOf(row.get("person_class", String.class)),
                source(row),
                matched,
                Optional.empty());
    }

    private static SourceReference source(Record row) {
        return new SourceReference(
                row.get("source", String.class),
                row.get("locator", String.class),
                row.get("as_of", LocalDate.class),
                row.get("invented", Boolean.class));
    }

    private static Statement statement(Record row) {
        Set<HandlingCode> handling = Arrays.stream(row.get("handling", String[].class))
                .map(HandlingCode::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        return new Statement(
                row.get("statement", UUID.class).toString(),
                row.get("property", String.class),
                row.get("value", String.class),
                new SourceReference(
                        row.get("source", String.class),
                        row.get("locator", String.class),
                        row.get("statement_as_of", LocalDate.class),
                        row.get("invented", Boolean.class)),
                null,
                row.get("recorded", Instant.class),
                new LegalBasis(row.get("instrument", String.class), row.get("article", String.class)),
                handling,
                new EvaluationCode(row.get("evaluation", String.class)),
                row.get("retain_until", LocalDate.class),
                personClass(row));
    }

    /// The class under which the value came in, unless its subject has become a protected person since.
    private static PersonClass personClass(Record row) {
        PersonClass ofSubject = PersonClass.valueOf(row.get("person_class", String.class));
        return ofSubject.isProtected() ? ofSubject : PersonClass.valueOf(row.get("terms_class", String.class));
    }
}
