package org.entente.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.entente.access.Access;
import org.entente.bench.Figure.Better;
import org.entente.db.Database;
import org.entente.db.DatabaseConfig;
import org.entente.hold.Holdings;
import org.entente.hold.ImportListener;
import org.entente.hold.ImportOrder;
import org.entente.hold.ImportReport;
import org.entente.hold.invented.Population;
import org.entente.kernel.AgreementId;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Party;
import org.entente.kernel.Role;
import org.entente.prove.RecordingLedger;
import org.entente.prove.store.JooqLeafRequests;

/// Lists into one fresh database a node, committed, the report written: rows a second of wall time, of each list and of
/// all of a node. The limit is COPY of the same lines into a table of one column in the same database.
final class ImportBench implements Bench {
    /// Issue 2, "Must show".
    private static final double GOAL_ROWS_PER_SECOND = 5_000;

    private static final int COPY_COUNT = 3;
    private static final AgreementId AGREEMENT = new AgreementId("us-mx");
    private static final Clock CLOCK = Clock.systemUTC();

    private final Lists lists;

    ImportBench(Lists lists) {
        this.lists = lists;
    }

    /// How many rows took how long.
    private record Pace(long rowCount, double seconds, double copySeconds) {
        Pace and(Pace other) {
            return new Pace(rowCount + other.rowCount, seconds + other.seconds, copySeconds + other.copySeconds);
        }

        Figure figure(String name) {
            return new Figure("import." + name, rowCount / seconds, "rows/s", Better.HIGHER)
                    .withLimit(rowCount / copySeconds);
        }
    }

    @Override
    public void run(Consumer<Figure> figures) throws IOException {
        try (ScratchFolder scratch = ScratchFolder.create()) {
            Map<String, List<Source>> nodes = Source.of(lists, scratch.path()).stream()
                    .collect(Collectors.groupingBy(Source::party, TreeMap::new, Collectors.toList()));
            for (Map.Entry<String, List<Source>> node : nodes.entrySet()) {
                String party = node.getKey().toLowerCase(Locale.ROOT);
                Path pg = Files.createDirectories(scratch.path().resolve(party));
                try (Database database = Database.open(new DatabaseConfig.Embedded(
                        pg.resolve("pg"), scratch.path().resolve("bin")))) {
                    Pace all = new Pace(0, 0, 0);
                    for (Source source : node.getValue()) {
                        Pace pace = measure(database, source);
                        figures.accept(pace.figure(source.name()));
                        all = all.and(pace);
                    }
                    figures.accept(all.figure(party).withGoal(GOAL_ROWS_PER_SECOND));
                }
            }
        }
    }

    private static Pace measure(Database database, Source source) throws IOException {
        Holdings holdings = new Holdings(
                database,
                new Access((_, _) -> Set.of(), CLOCK),
                new RecordingLedger(database, new JooqLeafRequests(), CLOCK),
                AGREEMENT,
                CLOCK);
        Party party = new Party(source.party());
        Officer operator = new Officer(
                new OfficerId(source.party().toLowerCase(Locale.ROOT) + "-operator-1"),
                party,
                new InstitutionId(party.code().toLowerCase(Locale.ROOT) + "-central-authority"),
                "bench",
                Set.of(Role.OPERATOR));
        // The date decides how long rows are kept, not how fast they come in.
        ImportOrder order = new ImportOrder(source.profile(), source.parts(), Population.AS_OF, false);
        StringBuilder csv = new StringBuilder();
        AtomicLong endNanos = new AtomicLong();
        // Until the report can be read; the index and the planner's figures are tidied after it.
        ImportListener listener = progress -> {
            Progress.say("import " + source.name(), progress.rowDone(), progress.rowTotal());
            if (holdings.importReport(operator, progress.importId()).state() == ImportReport.State.DONE) {
                try {
                    holdings.importReportCsv(operator, progress.importId(), csv);
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
                endNanos.set(System.nanoTime());
            }
        };
        long startNanos = System.nanoTime();
        ImportReport report = holdings.importFiles(operator, order, listener);
        double seconds = (endNanos.get() - startNanos) / 1e9;
        if (report.state() != ImportReport.State.DONE || csv.isEmpty()) {
            throw new IllegalStateException("import " + source.name() + " ended " + report.state());
        }
        return new Pace(report.rowCount(), seconds, copySeconds(database, source));
    }

    /// The best of three: a limit is what the machine can do, not what it did when disturbed.
    private static double copySeconds(Database database, Source source) throws IOException {
        byte[] rows = copyRows(source);
        double best = Double.MAX_VALUE;
        for (int i = 0; i < COPY_COUNT; i++) {
            database.run(tx -> tx.dsl().execute("create table public.bench_line (line text)"));
            long startNanos = System.nanoTime();
            database.run(tx -> {
                try {
                    tx.copy().copyIn("copy public.bench_line from stdin", new ByteArrayInputStream(rows));
                } catch (IOException | SQLException failed) {
                    throw new IllegalStateException("COPY", failed);
                }
            });
            best = Math.min(best, (System.nanoTime() - startNanos) / 1e9);
            database.run(tx -> tx.dsl().execute("drop table public.bench_line"));
        }
        return best;
    }

    /// The files' lines in COPY's text format, ready before the clock starts.
    private static byte[] copyRows(Source source) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (Path file : source.parts().values()) {
            for (String line : Files.readString(file, source.charset()).lines().toList()) {
                // A text column takes every character but NUL.
                rows.append(line.replace("\0", "").replace("\\", "\\\\").replace("\t", "\\t"))
                        .append('\n');
            }
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }
}
