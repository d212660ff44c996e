package org.entente.hold.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.db.Tx;
import org.entente.hold.SubjectKind;
import org.entente.hold.imports.Draft;
import org.entente.hold.imports.Held;
import org.entente.kernel.EvidentialStatus;
import org.entente.kernel.PersonClass;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// Takes drafts into the tables, a chunk a transaction. Subjects that are new go straight in by COPY; those that are
/// held are staged and merged, so that a repeated import changes nothing and a corrected row replaces what it said.
/// One thread at a time.
public final class DraftStore {
    /// How a whole list ends: its date, the parts that were given, and the subjects whose row could not be taken,
    /// which therefore have not left the list. `confirmed`: any share may leave.
    public record Ending(LocalDate asOf, Set<String> parts, Set<String> exempt, boolean confirmed) {
        public Ending {
            parts = Set.copyOf(parts);
            exempt = Set.copyOf(exempt);
        }
    }

    /// Of one chunk: how many rows of its drafts changed nothing, and the subjects that are new or have changed.
    public record Stored(int unchangedCount, Set<UUID> fresh, Set<UUID> changed) {
        public Stored {
            fresh = Set.copyOf(fresh);
            changed = Set.copyOf(changed);
        }
    }

    /// Subjects that left the list, or that would if it were confirmed; one of the two is 0.
    public record Departure(int withdrawnCount, int awaitingCount) {}

    /// More than this share and this many of a source leave only when the order confirms it. Of the
    /// Treasury's list 455 of 11,443 entries left from January 2023 to July 2024: a monthly edition stays
    /// below. A file that was cut between two rows does not, unless it is nearly whole.
    private static final int SHARE_PERCENT_MAX = 2;

    private static final int SHARE_COUNT_MIN = 20;

    private final DraftWriter.Frame frame;
    private final Map<Draft.Terms, Integer> termsIds = new HashMap<>();
    private final Map<Boolean, Short> sourceIds = new HashMap<>();
    private long freshCount;
    private boolean learnt;

    public DraftStore(DraftWriter.Frame frame) {
        this.frame = frame;
    }

    /// The name of the source of invented records.
    public static String sourceKey(String source, boolean invented) {
        return invented ? "invented-" + source : source;
    }

    /// Stores one chunk.
    public Stored store(Tx tx, List<DraftText> drafts) {
        for (DraftText draft : drafts) {
            sourceIds.computeIfAbsent(draft.draft().invented(), invented -> sourceId(tx, invented));
        }
        sourceIds.values().stream().sorted().forEach(id -> tx.dsl().execute(DraftSql.LOCK_SOURCE, id));
        learnTerms(tx, drafts);
        Map<UUID, DraftText> byId = new LinkedHashMap<>();
        List<DraftText> again = new ArrayList<>();
        for (DraftText draft : drafts) {
            if (draft.draft().supplement() || byId.putIfAbsent(draft.subject(), draft) != null) {
                again.add(draft);
            }
        }
        Map<UUID, LocalDate> held = heldSince(tx, byId.keySet());
        DraftRows fresh = new DraftRows();
        Set<UUID> freshIds = new HashSet<>();
        Set<UUID> changed = new HashSet<>();
        int staleCount = 0;
        for (DraftText draft : byId.values()) {
            LocalDate since = held.get(draft.subject());
            if (since == null) {
                add(fresh, draft);
                freshIds.add(draft.subject());
            } else if (since.isAfter(frame.asOf())) {
                staleCount += draft.draft().rowCount();
                if (protect(tx, draft)) {
                    changed.add(draft.subject());
                }
            } else {
                again.add(draft);
            }
        }
        fresh.send(tx, "hold.");
        freshCount += freshIds.size();
        Set<UUID> merged = again.isEmpty() ? Set.of() : merge(tx, again);
        int sameCount = again.stream()
                .filter(draft -> !merged.contains(draft.subject()))
                .mapToInt(draft -> draft.draft().rowCount())
                .sum();
        changed.addAll(merged);
        return new Stored(staleCount + sameCount, freshIds, changed);
    }

    private static boolean protect(Tx tx, DraftText draft) {
        PersonClass personClass = draft.draft().terms().personClass();
        return personClass.isProtected() && tx.dsl().execute(DraftSql.PROTECT, personClass.name(), draft.subject()) > 0;
    }

    /// @return the subjects about which something changed
    private Set<UUID> merge(Tx tx, List<DraftText> drafts) {
        for (String sql : DraftSql.STAGES) {
            tx.dsl().execute(sql);
        }
        DraftRows rows = new DraftRows();
        for (DraftText draft : drafts) {
            add(rows, draft);
        }
        rows.send(tx, "stage_");
        tx.dsl().execute(DraftSql.UNSAY_STATEMENTS, frame.recorded().toString());
        tx.dsl().execute(DraftSql.UNSAY_LINKS, frame.recorded().toString());
        for (String sql : DraftSql.TAKE) {
            tx.dsl().execute(sql);
        }
        Set<UUID> changed = new HashSet<>();
        tx.dsl().fetch(DraftSql.CHANGED).forEach(row -> changed.add(row.get(0, UUID.class)));
        return changed;
    }

    private void add(DraftRows rows, DraftText text) {
        Draft draft = text.draft();
        rows.add(text, sourceIds.getOrDefault(draft.invented(), (short) 0), termsIds.getOrDefault(draft.terms(), 0));
    }

    /// The date of the newest edition that had the subject or took it off.
    private static Map<UUID, LocalDate> heldSince(Tx tx, Set<UUID> subjects) {
        Map<UUID, LocalDate> held = new HashMap<>();
        tx.dsl()
                .fetch(DraftSql.HELD_AMONG, (Object) subjects.toArray(UUID[]::new))
                .forEach(row -> held.put(row.get(0, UUID.class), row.get(1, LocalDate.class)));
        return held;
    }

    /// After the last chunk: joins links to their targets, also those of chunks that another process stored.
    public void joinLinks(Tx tx) {
        List<Short> loose = Stream.of(false, true)
                .flatMap(invented -> heldSource(tx, invented).stream())
                .filter(id -> tx.dsl().fetchSingle(DraftSql.HAS_LOOSE_LINKS, id).get(0, Boolean.class))
                .toList();
        if (!loose.isEmpty()) {
            learnShares(tx);
        }
        for (short id : loose) {
            tx.dsl().execute(DraftSql.JOIN_LINKS_BY_LOCATOR, id);
            tx.dsl().execute(DraftSql.JOIN_LINKS_BY_NAME, id);
        }
    }

    /// Once the report is out: what makes the next searches quick and changes no row.
    public void settle(Tx tx) {
        // Each search reads what the index has not yet sorted in, some 350 pages after a list.
        tx.dsl().execute("select gin_clean_pending_list('hold.statement_name'::regclass)");
        learnShares(tx);
    }

    private void learnShares(Tx tx) {
        if (!learnt
                && tx.dsl()
                        .fetchSingle(DraftSql.IS_MUCH, freshCount, freshCount)
                        .get(0, Boolean.class)) {
            learnt = true;
            tx.dsl().execute("set local default_statistics_target = 20");
            tx.dsl().execute("analyze hold.subject, hold.facet, hold.statement, hold.link");
        }
    }

    /// Marks what a whole list no longer has. Nothing is marked when the share is beyond measure and not confirmed.
    public Departure depart(Tx tx, Ending ending) {
        Optional<Short> listed = heldSource(tx, false);
        if (listed.isEmpty()) {
            return new Departure(0, 0);
        }
        short id = listed.get();
        String[] exempt = ending.exempt().toArray(String[]::new);
        tx.dsl().execute(DraftSql.LOCK_SOURCE, id);
        Record counted = tx.dsl().fetchSingle(DraftSql.LEAVING, ending.asOf(), exempt, id);
        int listedCount = counted.get(0, Integer.class);
        int leavingCount = counted.get(1, Integer.class);
        boolean beyond =
                leavingCount > SHARE_COUNT_MIN && (long) leavingCount * 100 > (long) listedCount * SHARE_PERCENT_MAX;
        if (beyond && !ending.confirmed()) {
            return new Departure(0, leavingCount);
        }
        String recorded = frame.recorded().toString();
        String[] parts = ending.parts().toArray(String[]::new);
        LocalDate[] dates = Arrays.stream(parts).map(frame::date).toArray(LocalDate[]::new);
        tx.dsl().execute(DraftSql.WITHDRAW_STATEMENTS, recorded, parts, dates, id, exempt);
        tx.dsl().execute(DraftSql.WITHDRAW_LINKS, recorded, id, ending.asOf(), exempt);
        if (leavingCount > 0) {
            tx.dsl().execute(DraftSql.DELIST, ending.asOf(), id, ending.asOf(), exempt);
            tx.dsl().execute(DraftSql.WITHDRAW_ALL_OF_DELISTED, recorded, id, ending.asOf());
        }
        return new Departure(leavingCount, 0);
    }

    /// What is held of the source already.
    public Map<String, Held.Subject> held(Tx tx, Set<String> locators) {
        Map<String, Held.Subject> held = new HashMap<>();
        Optional<Short> listed = heldSource(tx, false);
        if (listed.isEmpty()) {
            return held;
        }
        for (Record row : tx.dsl().fetch(DraftSql.HELD_PROCEDURES, listed.get(), locators.toArray(String[]::new))) {
            Map<String, Draft.Procedure> procedures = new HashMap<>();
            @Nullable String key = row.get(2, String.class);
            if (key != null) {
                procedures.put(
                        key,
                        new Draft.Procedure(
                                EvidentialStatus.valueOf(row.get(3, String.class)), row.get(4, LocalDate.class)));
            }
            SubjectKind kind = SubjectKind.ofKey(row.get(1, String.class)).orElseThrow();
            held.merge(row.get(0, String.class), new Held.Subject(kind, procedures), DraftStore::both);
        }
        return held;
    }

    private static Held.Subject both(Held.Subject one, Held.Subject two) {
        Map<String, Draft.Procedure> procedures = new HashMap<>(one.procedures());
        procedures.putAll(two.procedures());
        return new Held.Subject(one.kind(), procedures);
    }

    private Optional<Short> heldSource(Tx tx, boolean invented) {
        return tx.dsl()
                .fetchOptional("select id from hold.source where key = ?", sourceKey(frame.source(), invented))
                .map(row -> row.get(0, Short.class));
    }

    private short sourceId(Tx tx, boolean invented) {
        String key = sourceKey(frame.source(), invented);
        tx.dsl().execute("insert into hold.source (key, invented) values (?, ?) on conflict do nothing", key, invented);
        return heldSource(tx, invented).orElseThrow();
    }

    /// The ids of all terms of a chunk, in two statements however many there are.
    private void learnTerms(Tx tx, List<DraftText> drafts) {
        List<Draft.Terms> unknown = drafts.stream()
                .map(text -> text.draft().terms())
                .distinct()
                .filter(terms -> !termsIds.containsKey(terms))
                .toList();
        if (unknown.isEmpty()) {
            return;
        }
        tx.dsl().execute(DraftSql.STAGE_TERMS);
        CopyRows rows = new CopyRows();
        CopyLine line = new CopyLine();
        for (int i = 0; i < unknown.size(); i++) {
            Draft.Terms terms = unknown.get(i);
            line.number(i)
                    .text(terms.basis().instrument())
                    .text(terms.basis().article())
                    .texts(terms.handling().stream().map(Enum::name).sorted().toList())
                    .text(terms.evaluation().value())
                    .time(terms.retainUntil())
                    .text(terms.personClass().name());
            rows.line(line.end());
        }
        rows.send(tx, "stage_terms");
        tx.dsl().execute(DraftSql.TAKE_TERMS);
        tx.dsl()
                .fetch(DraftSql.FIND_TERMS)
                .forEach(row -> termsIds.put(unknown.get(row.get(0, Integer.class)), row.get(1, Integer.class)));
    }
}
