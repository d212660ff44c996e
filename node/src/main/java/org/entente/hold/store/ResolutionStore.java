package org.entente.hold.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.entente.db.Tx;
import org.entente.hold.Property;
import org.entente.hold.SubjectKind;
import org.entente.hold.resolve.BlockingKeys;
import org.entente.hold.resolve.Clusters;
import org.entente.hold.resolve.Comparing;
import org.entente.hold.resolve.FacetReading;
import org.entente.hold.resolve.Pairing;
import org.entente.hold.resolve.RecordFacets;
import org.entente.hold.store.HoldingStore.View;
import org.entente.match.score.Facet;
import org.entente.match.score.Kind;
import org.entente.match.score.Threshold;
import org.jooq.Record;

/// The tables of resolution. Protected persons are in none of its answers, whoever asks.
public final class ResolutionStore {
    /// Waits until no other transaction resolves: two would each miss what the other brings.
    public void lock(Tx tx) {
        tx.dsl().execute(ResolutionSql.LOCK);
    }

    /// In the transaction that stores the records.
    public void enqueue(Tx tx, Collection<UUID> subjects) {
        CopyRows rows = new CopyRows();
        CopyLine line = new CopyLine();
        subjects.forEach(subject -> rows.line(line.id(subject).end()));
        rows.send(tx, "hold.unresolved (subject)");
    }

    /// Takes what waits, each once, `countMax` at most.
    public Set<UUID> taken(Tx tx, int countMax) {
        Set<UUID> taken = new HashSet<>();
        tx.dsl().fetch(ResolutionSql.TAKE, countMax).forEach(row -> taken.add(row.get(0, UUID.class)));
        return taken;
    }

    /// Records with what is compared of them. Whom it may not concern, and whoever says nothing comparable, is
    /// absent.
    public List<RecordFacets> facets(Tx tx, Collection<UUID> subjects, LocalDate today) {
        return facets(tx, subjects, HoldingStore.UNPROTECTED, today);
    }

    /// As an officer sees them.
    List<RecordFacets> facets(Tx tx, Collection<UUID> subjects, View view) {
        return facets(tx, subjects, view.classes(), view.today());
    }

    private static List<RecordFacets> facets(Tx tx, Collection<UUID> subjects, String[] classes, LocalDate today) {
        List<RecordFacets> records = new ArrayList<>();
        Reading reading = new Reading(records);
        for (Record row : tx.dsl().fetch(ResolutionSql.FACETS, subjects.toArray(UUID[]::new), classes, today)) {
            reading.row(row);
        }
        reading.end();
        return records;
    }

    /// Rows in the order of subject and facet, put together.
    private static final class Reading {
        private final List<RecordFacets> records;
        private final Map<UUID, Facet> facets = new LinkedHashMap<>();
        private Optional<UUID> subject = Optional.empty();
        private Optional<UUID> facet = Optional.empty();
        private FacetReading statements = new FacetReading(Kind.PERSON);

        Reading(List<RecordFacets> records) {
            this.records = records;
        }

        void row(Record row) {
            Optional<Kind> kind =
                    SubjectKind.ofKey(row.get("kind", String.class)).flatMap(FacetReading::kind);
            if (kind.isEmpty()) {
                return;
            }
            Optional<UUID> rowSubject = Optional.of(row.get("subject", UUID.class));
            Optional<UUID> rowFacet = Optional.of(row.get("facet", UUID.class));
            if (!rowFacet.equals(facet)) {
                endFacet();
                facet = rowFacet;
                statements = new FacetReading(kind.get());
            }
            if (!rowSubject.equals(subject)) {
                endSubject();
                subject = rowSubject;
            }
            Property.ofKey(row.get("property", String.class))
                    .ifPresent(property -> statements.add(
                            property,
                            row.get("value", String.class),
                            row.get("canonical", String.class),
                            row.get("statement", UUID.class).toString()));
        }

        private void endFacet() {
            facet.ifPresent(id -> {
                Facet read = statements.facet();
                if (Comparing.isComparable(read)) {
                    facets.put(id, read);
                }
            });
        }

        private void endSubject() {
            subject.filter(_ -> !facets.isEmpty()).ifPresent(id -> records.add(new RecordFacets(id, facets)));
            facets.clear();
        }

        void end() {
            endFacet();
            endSubject();
        }
    }

    /// Enters the keys and finds who shares them.
    ///
    /// @return how many keys of these records were left out as shared by more than `blockMax`
    public int enter(Tx tx, Map<UUID, BlockingKeys> keys, int blockMax) {
        tx.dsl().execute("set local work_mem = '64MB'");
        tx.dsl().execute(ResolutionSql.FRESH);
        CopyRows rows = new CopyRows();
        CopyLine line = new CopyLine();
        keys.forEach((subject, own) -> {
            own.strong()
                    .forEach(key ->
                            rows.line(line.number(key).id(subject).text("t").end()));
            own.weak()
                    .forEach(key ->
                            rows.line(line.number(key).id(subject).text("f").end()));
        });
        rows.send(tx, "fresh_key (key, subject, strong)");
        tx.dsl().execute("analyze fresh_key");
        tx.dsl().execute("set local enable_seqscan = off");
        tx.dsl().execute(ResolutionSql.NEAR, blockMax + 1);
        tx.dsl().execute("analyze near_key");
        tx.dsl().execute(ResolutionSql.OVERSIZED, blockMax);
        tx.dsl().execute("set local enable_seqscan = on");
        int skipped = 0;
        if (tx.dsl().fetchSingle("select count(*) from fresh_oversized").get(0, Integer.class) > 0) {
            tx.dsl().execute("analyze fresh_oversized");
            tx.dsl().execute(ResolutionSql.SKIP_NEAR);
            tx.dsl().execute(ResolutionSql.KEEP_OVERSIZED);
            tx.dsl().execute(ResolutionSql.EMPTY_OVERSIZED);
            skipped = tx.dsl().execute(ResolutionSql.SKIP_OVERSIZED);
        }
        tx.dsl().execute(ResolutionSql.ENTER);
        return skipped;
    }

    /// After [#enter]: pairs worth comparing, the lower id first, each once; and those of the records that were
    /// judged before.
    public List<UUID[]> candidates(Tx tx, Collection<UUID> subjects) {
        Object all = subjects.toArray(UUID[]::new);
        return tx.dsl().fetch(ResolutionSql.CANDIDATES, all, all).map(row ->
                new UUID[] {row.get(0, UUID.class), row.get(1, UUID.class)});
    }

    /// Keeps what was found of these pairs. A person's word stands; a judgement that says what it said is not
    /// touched.
    ///
    /// @return the pairs about which something changed
    public List<UUID[]> keep(Tx tx, List<Pairing> found, List<UUID[]> compared, Instant judged) {
        tx.dsl().execute("drop table if exists found_pair");
        tx.dsl().execute(ResolutionSql.FOUND);
        CopyRows rows = new CopyRows();
        CopyLine line = new CopyLine();
        for (Pairing pairing : found) {
            line.id(pairing.one())
                    .id(pairing.other())
                    .id(pairing.oneFacet())
                    .id(pairing.otherFacet())
                    .text(String.valueOf(pairing.bits()))
                    .text(pairing.joinable() ? "t" : "f");
            rows.line(line.end());
        }
        rows.send(tx, "found_pair (one, other, one_facet, other_facet, bits, joinable)");
        List<UUID[]> changed = new ArrayList<>();
        Consumer<Record> note = row -> changed.add(new UUID[] {row.get(0, UUID.class), row.get(1, UUID.class)});
        tx.dsl().fetch(ResolutionSql.KEEP, Threshold.VERSION, judged.toString()).forEach(note);
        UUID[] ones = compared.stream().map(pair -> pair[0]).toArray(UUID[]::new);
        UUID[] others = compared.stream().map(pair -> pair[1]).toArray(UUID[]::new);
        tx.dsl().fetch(ResolutionSql.NO_LONGER, judged.toString(), ones, others).forEach(note);
        return changed;
    }

    /// Whom no one may join or see joined any more: their machine judgements go, a person's stay where only a
    /// mandate sees them.
    ///
    /// @return the records about which something changed
    public Set<UUID> retire(Tx tx, Collection<UUID> subjects) {
        Set<UUID> changed = new HashSet<>();
        UUID[] among = tx.dsl()
                .fetch(ResolutionSql.PROTECTED_AMONG, (Object) subjects.toArray(UUID[]::new))
                .map(row -> row.get(0, UUID.class))
                .toArray(UUID[]::new);
        if (among.length > 0) {
            tx.dsl().execute("delete from hold.blocking_key where subject = any(?::uuid[])", (Object) among);
            tx.dsl().fetch(ResolutionSql.RETIRE, among, among).forEach(row -> {
                changed.add(row.get(0, UUID.class));
                changed.add(row.get(1, UUID.class));
            });
            changed.addAll(Arrays.asList(among));
        }
        return changed;
    }

    /// All records that hang together with these by whatever joins, or was joined with them.
    public Set<UUID> reach(Tx tx, Set<UUID> from) {
        Set<UUID> reached = new HashSet<>();
        Object start = from.toArray(UUID[]::new);
        tx.dsl().fetch(ResolutionSql.REACH, start, start).forEach(row -> reached.add(row.get(0, UUID.class)));
        return reached;
    }

    /// What judgements say to the clustering of these records.
    public List<Clusters.Edge> edges(Tx tx, Set<UUID> among) {
        return tx.dsl()
                .fetch(ResolutionSql.EDGES, (Object) among.toArray(UUID[]::new))
                .map(row -> new Clusters.Edge(
                        row.get("one", UUID.class),
                        row.get("other", UUID.class),
                        Clusters.Says.valueOf(row.get("says", String.class)),
                        row.get("bits", Double.class)));
    }

    /// How many of these pairs have each verdict, by its word.
    public Map<String, Integer> verdicts(Tx tx, List<UUID[]> pairs) {
        Map<String, Integer> counts = new HashMap<>();
        UUID[] ones = pairs.stream().map(pair -> pair[0]).toArray(UUID[]::new);
        UUID[] others = pairs.stream().map(pair -> pair[1]).toArray(UUID[]::new);
        tx.dsl()
                .fetch(ResolutionSql.VERDICTS, ones, others)
                .forEach(row -> counts.put(row.get(0, String.class), row.get(1, Integer.class)));
        return counts;
    }

    /// Writes the clusters of these records and whether each machine join stands.
    public void cluster(Tx tx, Set<UUID> among, Clusters clusters) {
        UUID[] all = among.toArray(UUID[]::new);
        tx.dsl().execute("delete from hold.member where subject = any(?::uuid[])", (Object) all);
        CopyRows rows = new CopyRows();
        CopyLine line = new CopyLine();
        clusters.clusterOf()
                .forEach((subject, cluster) ->
                        rows.line(line.id(subject).id(cluster).end()));
        rows.send(tx, "hold.member (subject, cluster)");
        UUID[] ones = clusters.standing().stream().map(Clusters.Edge::one).toArray(UUID[]::new);
        UUID[] others = clusters.standing().stream().map(Clusters.Edge::other).toArray(UUID[]::new);
        tx.dsl().execute(ResolutionSql.STANDING, ones, others, all);
    }
}
