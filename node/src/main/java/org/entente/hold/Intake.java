package org.entente.hold;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.entente.db.Transactions;
import org.entente.db.Tx;
import org.entente.hold.imports.Finding;
import org.entente.hold.imports.Profile;
import org.entente.hold.store.ImportStore;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;

/// The imports of this process, from the order to the report. Thread-safe.
final class Intake {
    private final Transactions transactions;
    private final Clock clock;
    private final ImportStore imports = new ImportStore();
    private final Set<Bytes> runningFiles = ConcurrentHashMap.newKeySet();
    private final Set<UUID> running = ConcurrentHashMap.newKeySet();

    Intake(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What records that an import of these files begins, in the transaction that begins it.
    interface Beginning {
        void record(Tx tx, Profile profile, Bytes filesHash);
    }

    ImportReport take(Officer officer, ImportOrder order, Beginning beginning, ImportListener listener) {
        Profile profile = Profile.shipped(order.profile());
        LocalDate asOf = checked(order, profile);
        Bytes filesHash = ImportRun.filesHash(order.parts());
        if (!runningFiles.add(filesHash)) {
            throw new EntenteException(HoldCode.HOLD_IMPORT_RUNNING);
        }
        try {
            ImportReport begun = transactions.in(tx -> {
                refuseOlder(tx, order, profile, asOf);
                beginning.record(tx, profile, filesHash);
                ImportReport row = imports.begin(
                        tx,
                        UUID.randomUUID(),
                        profile.version(),
                        filesHash,
                        order,
                        asOf,
                        officer.id(),
                        clock.instant());
                running.add(row.id());
                return row;
            });
            return run(order, begun, listener);
        } finally {
            runningFiles.remove(filesHash);
        }
    }

    /// Rows of an older edition never replace newer ones, but it would list again who has left the list since.
    private void refuseOlder(Tx tx, ImportOrder order, Profile profile, LocalDate asOf) {
        if (profile.format() == Profile.Format.CASEWORK || order.correctedRowsOnly()) {
            return;
        }
        imports.newestEdition(tx, order.profile()).filter(asOf::isBefore).ifPresent(newest -> {
            throw new EntenteException(HoldCode.HOLD_EDITION_OLDER, asOf.toString(), newest.toString());
        });
    }

    private ImportReport run(ImportOrder order, ImportReport begun, ImportListener listener) {
        try {
            listener.progress(new ImportListener.Progress(begun.id(), 0, 0, 0, Duration.ZERO));
            return new ImportRun(transactions, imports, clock, order, begun, listener).run();
        } catch (EntenteException failed) {
            fail(begun, failed.code().name());
            throw failed;
        } catch (RuntimeException fault) {
            // A fault nobody foresaw would else leave it running for ever in the tables.
            fail(begun, HoldCode.HOLD_IMPORT_FAILED.name());
            throw new EntenteException(
                    HoldCode.HOLD_IMPORT_FAILED, fault, fault.getClass().getSimpleName());
        } finally {
            running.remove(begun.id());
        }
    }

    private void fail(ImportReport begun, String code) {
        transactions.run(tx -> imports.fail(tx, begun.id(), code, clock.instant()));
    }

    /// The list's date.
    private LocalDate checked(ImportOrder order, Profile profile) {
        Set<String> given = order.parts().keySet();
        boolean enough = order.correctedRowsOnly()
                ? !given.isEmpty()
                : given.contains(profile.parts().getFirst());
        if (!enough
                || !profile.parts().containsAll(given)
                || !given.containsAll(order.partDates().keySet())) {
            throw new EntenteException(HoldCode.HOLD_PART_MISSING, String.join(", ", profile.parts()));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        // A publisher may be a day ahead of us; a later day would keep true editions out as older ones.
        Stream.concat(Stream.ofNullable(order.asOf()), order.partDates().values().stream())
                .filter(day -> day.isAfter(today.plusDays(1)))
                .findFirst()
                .ifPresent(day -> {
                    throw new EntenteException(HoldCode.HOLD_DATE_AHEAD, day.toString());
                });
        LocalDate asOf = order.asOf();
        if (asOf != null) {
            return asOf;
        }
        if (profile.format() != Profile.Format.CASEWORK) {
            throw new EntenteException(HoldCode.HOLD_DATE_MISSING);
        }
        return today;
    }

    List<ImportReport> reports() {
        return transactions.in(tx -> imports.list(tx, Limits.IMPORT_LIST_COUNT_MAX)).stream()
                .map(this::asItStands)
                .toList();
    }

    Optional<ImportReport> report(UUID id) {
        return transactions.in(tx -> imports.find(tx, id)).map(this::asItStands);
    }

    /// What a process that is no more began goes on only when it is ordered again. A row read while its import ended is
    /// read once more: an import leaves the set of those that run only after its end stands in the tables.
    private ImportReport asItStands(ImportReport read) {
        if (read.state() != ImportReport.State.RUNNING || running.contains(read.id())) {
            return read;
        }
        ImportReport again = transactions.in(tx -> imports.find(tx, read.id())).orElse(read);
        return again.state() == ImportReport.State.RUNNING ? again.interrupted() : again;
    }

    /// The lines of the report from `from` on, `countMax` at most; `reading` runs in the same transaction.
    List<Finding> findings(UUID id, int from, int countMax, Consumer<Tx> reading) {
        return transactions.in(tx -> {
            reading.accept(tx);
            return imports.findings(tx, id, from, countMax);
        });
    }
}
