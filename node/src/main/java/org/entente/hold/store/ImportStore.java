package org.entente.hold.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.db.Tx;
import org.entente.hold.ImportOrder;
import org.entente.hold.ImportReport;
import org.entente.hold.imports.Finding;
import org.entente.kernel.Bytes;
import org.entente.kernel.OfficerId;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// Imports and their reports.
public final class ImportStore {
    private static final String COLUMNS = """
            id, profile, profile_version, as_of, part_dates, corrected_rows_only, officer, started, ended, state,
            failure, row_count, taken_count, unchanged_count, rejected_count, orphan_count, noted_count,
            withdrawn_count, awaiting_count, oversized_count, joined_count, review_count, committed_count
            """;

    /// Begins an import, or goes on with one of the same files that was interrupted or failed.
    public ImportReport begin(
            Tx tx,
            UUID id,
            int profileVersion,
            Bytes filesHash,
            ImportOrder order,
            LocalDate asOf,
            OfficerId officer,
            Instant started) {
        String partDates = partDates(order.partDates());
        Optional<Record> interrupted = tx.dsl()
                .fetchOptional(
                        """
                        select id from hold.import where state <> 'done' and files_sha256 = ? and profile = ?
                            and profile_version = ? and as_of = ? and part_dates = ? and corrected_rows_only = ?
                        order by started desc limit 1
                        """,
                        filesHash.toArray(),
                        order.profile(),
                        profileVersion,
                        asOf,
                        partDates,
                        order.correctedRowsOnly());
        if (interrupted.isPresent()) {
            UUID found = interrupted.get().get(0, UUID.class);
            tx.dsl()
                    .execute(
                            "update hold.import set state = 'running', failure = null, awaiting_count = 0 where id = ?",
                            found);
            return find(tx, found).orElseThrow();
        }
        tx.dsl()
                .execute(
                        """
                        insert into hold.import (id, profile, profile_version, files_sha256, as_of, part_dates,
                            corrected_rows_only, officer, started, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, 'running')
                        """,
                        id,
                        order.profile(),
                        profileVersion,
                        filesHash.toArray(),
                        asOf,
                        partDates,
                        order.correctedRowsOnly(),
                        officer.value(),
                        started.toString());
        return find(tx, id).orElseThrow();
    }

    /// "add=2025-12-24,alt=2025-12-24", parts ascending.
    private static String partDates(Map<String, LocalDate> dates) {
        return new TreeMap<>(dates)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(","));
    }

    private static Map<String, LocalDate> partDates(String stored) {
        return Arrays.stream(stored.split(","))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("="))
                .collect(Collectors.toMap(pair -> pair[0], pair -> LocalDate.parse(pair[1])));
    }

    public void committed(Tx tx, UUID id, long committedCount, long unchangedCount) {
        tx.dsl()
                .execute(
                        "update hold.import set committed_count = ?, unchanged_count = ? where id = ?",
                        committedCount,
                        unchangedCount,
                        id);
    }

    /// Writes the report with the counts of `report` and its findings.
    public void finish(Tx tx, ImportReport report, List<Finding> findings) {
        tx.dsl().execute("delete from hold.finding where import = ?", report.id());
        CopyRows rows = new CopyRows();
        CopyLine line = new CopyLine();
        int ordinal = 0;
        for (Finding finding : findings) {
            line.id(report.id())
                    .number(ordinal++)
                    .text(finding.part())
                    .number(finding.row())
                    .text(finding.column())
                    .text(finding.value())
                    .text(finding.reason().name());
            rows.line(line.end());
        }
        rows.send(tx, "hold.finding");
        tx.dsl()
                .execute(
                        """
                        update hold.import set state = ?, failure = ?, ended = ?::timestamptz, row_count = ?,
                            taken_count = ?, unchanged_count = ?, rejected_count = ?, orphan_count = ?, noted_count = ?,
                            withdrawn_count = ?, awaiting_count = ?, oversized_count = ?,
                            joined_count = ?, review_count = ? where id = ?
                        """,
                        report.state().name().toLowerCase(Locale.ROOT),
                        report.failure(),
                        String.valueOf(report.ended()),
                        report.rowCount(),
                        report.takenCount(),
                        report.unchangedCount(),
                        report.rejectedCount(),
                        report.orphanCount(),
                        report.notedCount(),
                        report.withdrawnCount(),
                        report.awaitingCount(),
                        report.oversizedCount(),
                        report.joinedCount(),
                        report.reviewCount(),
                        report.id());
    }

    /// The date of the newest whole edition that was loaded under a profile.
    public Optional<LocalDate> newestEdition(Tx tx, String profile) {
        return Optional.ofNullable(tx.dsl()
                .fetchSingle(
                        "select max(as_of) from hold.import"
                                + " where profile = ? and state = 'done' and not corrected_rows_only",
                        profile)
                .get(0, LocalDate.class));
    }

    /// Whether another import under the same profile took anything in.
    public boolean isPreceded(Tx tx, ImportReport report) {
        return tx.dsl()
                .fetchSingle(
                        "select exists (select from hold.import where profile = ? and id <> ? and committed_count > 0)",
                        report.profile(),
                        report.id())
                .get(0, Boolean.class);
    }

    /// One that has ended stays as it ended.
    public void fail(Tx tx, UUID id, String failure, Instant ended) {
        tx.dsl()
                .execute(
                        "update hold.import set state = 'failed', failure = ?, ended = ?::timestamptz where id = ?"
                                + " and state = 'running'",
                        failure,
                        ended.toString(),
                        id);
    }

    public Optional<ImportReport> find(Tx tx, UUID id) {
        return tx.dsl()
                .fetchOptional("select " + COLUMNS + " from hold.import where id = ?", id)
                .map(ImportStore::report);
    }

    public List<ImportReport> list(Tx tx, int countMax) {
        return tx.dsl()
                .fetch("select " + COLUMNS + " from hold.import order by started desc, id limit ?", countMax)
                .map(ImportStore::report);
    }

    public List<Finding> findings(Tx tx, UUID id, int fromOrdinal, int countMax) {
        return tx.dsl()
                .fetch("""
                        select part, row_number, column_name, value, reason from hold.finding
                        where import = ? and ordinal >= ? order by ordinal limit ?
                        """, id, fromOrdinal, countMax)
                .map(row -> new Finding(
                        row.get(0, String.class),
                        row.get(1, Integer.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        Finding.Reason.valueOf(row.get(4, String.class))));
    }

    private static ImportReport report(Record row) {
        @Nullable Instant ended = row.get("ended", Instant.class);
        @Nullable String failure = row.get("failure", String.class);
        return new ImportReport(
                row.get("id", UUID.class),
                row.get("profile", String.class),
                row.get("profile_version", Integer.class),
                row.get("as_of", LocalDate.class),
                partDates(row.get("part_dates", String.class)),
                row.get("corrected_rows_only", Boolean.class),
                new OfficerId(row.get("officer", String.class)),
                row.get("started", Instant.class),
                ended,
                ImportReport.State.of(row.get("state", String.class)),
                failure,
                row.get("row_count", Long.class),
                row.get("taken_count", Long.class),
                row.get("unchanged_count", Long.class),
                row.get("rejected_count", Long.class),
                row.get("orphan_count", Long.class),
                row.get("noted_count", Long.class),
                row.get("withdrawn_count", Long.class),
                row.get("awaiting_count", Long.class),
                row.get("oversized_count", Long.class),
                row.get("joined_count", Long.class),
                row.get("review_count", Long.class),
                row.get("committed_count", Long.class));
    }
}
