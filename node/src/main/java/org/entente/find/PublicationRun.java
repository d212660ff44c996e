package org.entente.find;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.entente.agreement.Agreement;
import org.entente.find.store.PublicationStore;
import org.entente.kernel.Officer;

/// How far a publication of this process has come. Written by the thread that publishes, read by any.
final class PublicationRun {
    final PublicationStore.Row row;
    final Officer officer;
    final Agreement agreement;
    /// Those that an earlier process has not announced yet.
    final List<String> keyTypes;

    private final Instant begun;
    private final int setTotal;
    private final int resumedSetCount;
    private final long resumedEntryCount;
    private final long entryTotal;
    private volatile Done done = new Done(0, 0, 0);

    private record Done(int setCount, long announcedEntryCount, long entryCount) {}

    /// @param counts records held, by key type
    /// @param announced entries published by this publication before, by key type
    PublicationRun(
            PublicationStore.Row row,
            Officer officer,
            Agreement agreement,
            Map<String, Long> counts,
            Map<String, Integer> announced,
            Instant begun) {
        this.row = row;
        this.officer = officer;
        this.agreement = agreement;
        this.begun = begun;
        List<String> all = Publisher.keyTypes(agreement, row.purpose());
        this.keyTypes = all.stream().filter(key -> !announced.containsKey(key)).toList();
        this.setTotal = all.size();
        this.resumedSetCount = setTotal - keyTypes.size();
        this.resumedEntryCount =
                announced.values().stream().mapToLong(Integer::longValue).sum();
        this.entryTotal = resumedEntryCount
                + keyTypes.stream()
                        .mapToLong(key -> counts.getOrDefault(key, 0L))
                        .sum();
    }

    /// Entries of the set that is being made.
    void entries(int count) {
        Done before = done;
        done = new Done(before.setCount, before.announcedEntryCount, before.announcedEntryCount + count);
    }

    /// The set is announced.
    void setDone() {
        Done before = done;
        done = new Done(before.setCount + 1, before.entryCount, before.entryCount);
    }

    Publication standing(Instant at) {
        Done now = done;
        long rate =
                now.entryCount * 1_000 / Math.max(1, Duration.between(begun, at).toMillis());
        long total = Math.max(entryTotal, resumedEntryCount + now.entryCount);
        return new Publication(
                row.id(),
                row.purpose(),
                row.officer(),
                row.started(),
                null,
                Publication.State.RUNNING,
                null,
                resumedSetCount + now.setCount,
                setTotal,
                resumedEntryCount + now.entryCount,
                total,
                rate,
                rate == 0 ? Duration.ZERO : Duration.ofSeconds((total - resumedEntryCount - now.entryCount) / rate));
    }
}
