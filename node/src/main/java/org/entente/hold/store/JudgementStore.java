package org.entente.hold.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.db.Tx;
import org.entente.hold.JudgedPair;
import org.entente.hold.Likeness;
import org.entente.hold.RecordPair;
import org.entente.hold.SubjectId;
import org.entente.hold.Verdict;
import org.entente.hold.resolve.RecordFacets;
import org.entente.hold.resolve.Waterfall;
import org.entente.hold.store.HoldingStore.View;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Statement;
import org.entente.match.score.Facet;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// Judgements as an officer sees them: a pair of which either record is outside the view is not there and in no
/// count.
public final class JudgementStore {
    private static final String VISIBLE = """
             from hold.judgement j
             join hold.subject s on s.id = j.one join hold.subject o on o.id = j.other
             where array[s.person_class, o.person_class] <@ ?::text[]
                and exists (select from hold.statement st join hold.terms t on t.id = st.terms
                    where st.subject = s.id and t.retain_until >= ?)
                and exists (select from hold.statement st join hold.terms t on t.id = st.terms
                    where st.subject = o.id and t.retain_until >= ?)
            """;

    private static final String COLUMNS =
            "j.one, j.other, j.one_facet, j.other_facet, j.bits, j.model_version, j.verdict, j.judged, j.officer,"
                    + " j.reason";

    private final HoldingStore holdings = new HoldingStore();
    private final ResolutionStore resolution = new ResolutionStore();

    /// Records of the subject's cluster in the view, itself among them; empty where it stands alone.
    public Set<SubjectId> cluster(Tx tx, View view, SubjectId subject) {
        Set<SubjectId> records = new HashSet<>();
        tx.dsl()
                .fetch("""
                        select m.subject from hold.member own join hold.member m on m.cluster = own.cluster
                        join hold.subject s on s.id = m.subject
                        where own.subject = ? and s.person_class = any(?::text[])
                        """, subject.value(), view.classes())
                .forEach(row -> records.add(new SubjectId(row.get(0, UUID.class))));
        return records;
    }

    /// Of the statements' records those that are in one cluster with another of them, by cluster.
    public Map<UUID, Set<SubjectId>> clusters(Tx tx, List<UUID> statements) {
        Map<UUID, Set<SubjectId>> clusters = new HashMap<>();
        tx.dsl()
                .fetch("""
                        select distinct m.cluster, m.subject from hold.statement st
                        join hold.member m on m.subject = st.subject where st.id = any(?::uuid[])
                        """, (Object) statements.toArray(UUID[]::new))
                .forEach(row -> clusters.computeIfAbsent(row.get(0, UUID.class), _ -> new HashSet<>())
                        .add(new SubjectId(row.get(1, UUID.class))));
        clusters.values().removeIf(records -> records.size() < 2);
        return clusters;
    }

    /// What people joined in the record's cluster.
    public List<RecordPair> personJoins(Tx tx, SubjectId record) {
        return tx.dsl()
                .fetch("""
                        select j.one, j.other from hold.member own join hold.member m on m.cluster = own.cluster
                        join hold.judgement j on j.one = m.subject
                        where own.subject = ? and j.verdict = 'joined-by-person'
                        """, record.value())
                .map(row ->
                        new RecordPair(new SubjectId(row.get(0, UUID.class)), new SubjectId(row.get(1, UUID.class))));
    }

    /// What stands about the records: among each other, and of `subject` with any. Joins first, then by bits.
    public List<JudgedPair> of(Tx tx, View view, SubjectId subject, Set<SubjectId> cluster, int countMax) {
        UUID[] among = cluster.stream().map(SubjectId::value).toArray(UUID[]::new);
        return judged(
                tx,
                view,
                tx.dsl()
                        .fetch(
                                "select " + COLUMNS + VISIBLE + """
                                          and (? in (j.one, j.other)
                                            or (j.one = any(?::uuid[]) and j.other = any(?::uuid[])))
                                          and j.verdict <> 'apart'
                                          order by j.verdict not like 'joined%', j.bits desc, j.one, j.other limit ?
                                          """,
                                view.classes(),
                                view.today(),
                                view.today(),
                                subject.value(),
                                among,
                                among,
                                countMax));
    }

    /// The pairs that await a person, the likest first.
    public List<JudgedPair> waiting(Tx tx, View view, int from, int countMax) {
        return judged(
                tx,
                view,
                tx.dsl()
                        .fetch(
                                "select " + COLUMNS + VISIBLE
                                        + " and j.verdict = 'to-review'"
                                        + " order by j.bits desc, j.one, j.other limit ? offset ?",
                                view.classes(),
                                view.today(),
                                view.today(),
                                countMax,
                                from));
    }

    public int waitingCount(Tx tx, View view) {
        return tx.dsl()
                .fetchSingle(
                        "select count(*)" + VISIBLE + " and j.verdict = 'to-review'",
                        view.classes(),
                        view.today(),
                        view.today())
                .get(0, Integer.class);
    }

    public Optional<JudgedPair> find(Tx tx, View view, RecordPair pair) {
        return judged(
                        tx,
                        view,
                        tx.dsl()
                                .fetch(
                                        "select " + COLUMNS + VISIBLE + " and j.one = ? and j.other = ?",
                                        view.classes(),
                                        view.today(),
                                        view.today(),
                                        pair.one().value(),
                                        pair.other().value()))
                .stream()
                .findFirst();
    }

    /// A person's word about a pair that was found.
    public void judge(Tx tx, RecordPair pair, Verdict verdict, OfficerId officer, String reason, Instant judged) {
        tx.dsl()
                .execute(
                        "update hold.judgement set verdict = ?, officer = ?, reason = ?, judged = ?::timestamptz"
                                + " where one = ? and other = ?",
                        verdict.key(),
                        officer.value(),
                        reason.isEmpty() ? null : reason,
                        judged.toString(),
                        pair.one().value(),
                        pair.other().value());
    }

    private List<JudgedPair> judged(Tx tx, View view, List<Record> rows) {
        Set<UUID> records = new HashSet<>();
        rows.forEach(row -> {
            records.add(row.get("one", UUID.class));
            records.add(row.get("other", UUID.class));
        });
        Map<UUID, Facet> facets = new HashMap<>();
        for (RecordFacets record : resolution.facets(tx, records, view)) {
            facets.putAll(record.facets());
        }
        Map<String, Statement> statements = statements(tx, view, facets.values());
        return rows.stream().map(row -> judged(row, facets, statements)).toList();
    }

    private Map<String, Statement> statements(Tx tx, View view, Collection<Facet> facets) {
        List<UUID> ids = facets.stream()
                .flatMap(facet -> facet.values().stream())
                .map(value -> UUID.fromString(value.source()))
                .distinct()
                .toList();
        Map<String, Statement> statements = new HashMap<>();
        holdings.said(tx, view, ids).forEach(statement -> statements.put(statement.id(), statement));
        return statements;
    }

    private static JudgedPair judged(Record row, Map<UUID, Facet> facets, Map<String, Statement> statements) {
        Facet one = facets.get(row.get("one_facet", UUID.class));
        Facet other = facets.get(row.get("other_facet", UUID.class));
        Likeness likeness = one == null || other == null
                ? new Likeness(0, List.of(), 0, Optional.empty())
                : Waterfall.of(one, other, statements);
        @Nullable String officer = row.get("officer", String.class);
        return new JudgedPair(
                new RecordPair(new SubjectId(row.get("one", UUID.class)), new SubjectId(row.get("other", UUID.class))),
                Verdict.ofKey(row.get("verdict", String.class)).orElseThrow(),
                row.get("bits", Double.class),
                row.get("model_version", Integer.class),
                row.get("judged", Instant.class),
                Stream.ofNullable(officer).map(OfficerId::new).findFirst(),
                Optional.ofNullable(row.get("reason", String.class)),
                likeness);
    }
}
