package org.entente.hold;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.entente.db.Transactions;
import org.entente.db.Tx;
import org.entente.hold.resolve.BlockingKeys;
import org.entente.hold.resolve.Clusters;
import org.entente.hold.resolve.Comparing;
import org.entente.hold.resolve.Pairing;
import org.entente.hold.resolve.RecordFacets;
import org.entente.hold.store.DraftStore;
import org.entente.hold.store.DraftText;
import org.entente.hold.store.ResolutionStore;
import org.entente.match.score.Threshold;

/// Resolves the records of one import while they come in: each is compared with what shares a key with it, and
/// joined, put before a person or left alone. What waits stands in a table, so that an import that was cut off
/// is resolved by the next; what this run has just read is kept here and not read again. One thread at a time.
final class Resolution {
    private final Clock clock;
    private final ResolutionStore store = new ResolutionStore();
    private final Map<UUID, DraftText.Compared> read = new LinkedHashMap<>();
    private int waitingCount;
    private Outcome outcome = new Outcome(0, 0, 0);

    Resolution(Clock clock) {
        this.clock = clock;
    }

    /// `oversizedCount`: keys of records that too many share to be compared by. `joinedCount` and
    /// `reviewCount`: pairs that this import joined, or put before a person.
    record Outcome(long oversizedCount, long joinedCount, long reviewCount) {
        private Outcome and(int oversized, int joined, int review) {
            return new Outcome(oversizedCount + oversized, joinedCount + joined, reviewCount + review);
        }
    }

    Outcome outcome() {
        return outcome;
    }

    /// In the transaction that stored them.
    void enqueue(Tx tx, List<DraftText> drafts, DraftStore.Stored stored) {
        Set<UUID> waiting = new HashSet<>(stored.changed());
        stored.changed().forEach(read::remove);
        for (DraftText draft : drafts) {
            DraftText.Compared compared = draft.compared();
            boolean isRead = stored.fresh().contains(draft.subject())
                    && !stored.changed().contains(draft.subject());
            if (isRead && !compared.record().facets().isEmpty()) {
                read.put(draft.subject(), compared);
                waiting.add(draft.subject());
            }
        }
        store.enqueue(tx, waiting);
        waitingCount += waiting.size();
    }

    boolean isDue() {
        return waitingCount >= Limits.RESOLUTION_SUBJECT_COUNT;
    }

    /// Whatever waits, of this import or another, some thousand records a transaction.
    void resolve(Transactions transactions) {
        waitingCount = 0;
        boolean more = true;
        while (more) {
            more = transactions.in(this::resolveSome);
        }
        read.clear();
    }

    /// @return whether more may wait
    private boolean resolveSome(Tx tx) {
        store.lock(tx);
        Set<UUID> subjects = store.taken(tx, Limits.RESOLUTION_TAKEN_COUNT);
        if (subjects.isEmpty()) {
            return false;
        }
        Set<UUID> unread = new HashSet<>(subjects);
        unread.removeAll(read.keySet());
        Set<UUID> affected = new HashSet<>(store.retire(tx, unread));
        Map<UUID, BlockingKeys> keys = new HashMap<>();
        read.forEach((subject, compared) -> keys.put(subject, compared.keys()));
        for (RecordFacets record : store.facets(tx, unread, today())) {
            keys.put(
                    record.subject(),
                    BlockingKeys.of(List.copyOf(record.facets().values())));
        }
        keys.keySet().retainAll(subjects);
        int oversized = store.enter(tx, keys, Limits.BLOCK_COUNT_MAX);
        List<UUID[]> pairs = store.candidates(tx, subjects);
        List<UUID[]> changed = store.keep(tx, compare(tx, pairs), pairs, clock.instant());
        changed.forEach(pair -> affected.addAll(List.of(pair)));
        cluster(tx, store, affected);
        Map<String, Integer> verdicts = store.verdicts(tx, changed);
        outcome = outcome.and(
                oversized,
                verdicts.getOrDefault(Verdict.JOINED_BY_MACHINE.key(), 0),
                verdicts.getOrDefault(Verdict.TO_REVIEW.key(), 0));
        return subjects.size() >= Limits.RESOLUTION_SUBJECT_COUNT;
    }

    /// Clusters anew whatever hangs together with these.
    static void cluster(Tx tx, ResolutionStore store, Set<UUID> affected) {
        if (affected.isEmpty()) {
            return;
        }
        Set<UUID> reach = store.reach(tx, affected);
        store.cluster(tx, reach, Clusters.of(store.edges(tx, reach), Limits.CLUSTER_COUNT_MAX));
    }

    /// Pairs that are worth a person's look or more, slice by slice so that only so many records are in memory.
    private List<Pairing> compare(Tx tx, List<UUID[]> pairs) {
        List<Pairing> found = new ArrayList<>();
        Set<UUID> needed = new HashSet<>();
        int from = 0;
        for (int at = 0; at < pairs.size(); at++) {
            needed.addAll(List.of(pairs.get(at)));
            if (needed.size() >= Limits.RESOLUTION_SUBJECT_COUNT || at == pairs.size() - 1) {
                compare(tx, pairs.subList(from, at + 1), needed, found);
                needed.clear();
                from = at + 1;
            }
        }
        return found;
    }

    private void compare(Tx tx, List<UUID[]> pairs, Set<UUID> needed, List<Pairing> found) {
        List<RecordFacets> records = new ArrayList<>();
        Set<UUID> held = new HashSet<>();
        for (UUID subject : needed) {
            DraftText.Compared known = read.get(subject);
            if (known == null) {
                held.add(subject);
            } else {
                records.add(known.record());
            }
        }
        if (!held.isEmpty()) {
            records.addAll(store.facets(tx, held, today()));
        }
        Comparing comparing = new Comparing(records);
        for (UUID[] pair : pairs) {
            comparing
                    .of(pair[0], pair[1])
                    .filter(pairing -> pairing.bits() >= Threshold.REVIEW.bits())
                    .ifPresent(found::add);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
