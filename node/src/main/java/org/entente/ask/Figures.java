package org.entente.ask;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.kernel.AgreementId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Party;
import org.jspecify.annotations.Nullable;

/// Figures of cooperation of one period, as `spec/figures.md` defines them: counts of what crossed, and of no person.
///
/// @param by who counted
/// @param cut up to which numbers, as that side sees them
/// @param lapsed by the party that asked: requests of the period that the other node refused by receipt
/// @param rows in the order of the party that asked and the type; only those with a request
public record Figures(
        AgreementId agreement, Party by, Period period, Cut cut, SortedMap<Party, Long> lapsed, List<Row> rows) {
    private static final Comparator<Row> ORDER =
            Comparator.comparing(Row::asker).thenComparing(Row::type);

    public Figures {
        lapsed = Collections.unmodifiableSortedMap(new TreeMap<>(lapsed));
        rows = rows.stream().sorted(ORDER).toList();
    }

    /// Requests of one party and type. Every request counts once as answered, refused, withdrawn or open.
    ///
    /// @param exercises how many of those asked are exercises with invented subjects
    /// @param heard how many have a first word of the asked side
    /// @param hours of those that were heard: from the request to the first word; null if none was
    public record Row(
            Party asker,
            String type,
            long asked,
            long exercises,
            long answered,
            List<Refused> refused,
            long withdrawn,
            long open,
            long heard,
            @Nullable Hours hours) {
        public Row {
            refused = refused.stream().sorted().toList();
        }

        public long refusedCount() {
            return refused.stream().mapToLong(Refused::count).sum();
        }

        private Cell cell(What what) {
            return new Cell(asker, type, what, "");
        }
    }

    public record Refused(String ground, LegalBasis article, long count) implements Comparable<Refused> {
        @Override
        public int compareTo(Refused other) {
            return Comparator.comparing(Refused::ground)
                    .thenComparing(one -> one.article().instrument())
                    .thenComparing(one -> one.article().article())
                    .compare(this, other);
        }
    }

    /// Whole hours, begun ones left out.
    public record Hours(long median, long ninetieth) {
        /// By rank: of n values in order the one of rank n/2 and of rank 9n/10, both rounded up. Nothing is
        /// interpolated, so two programs cannot round apart.
        static @Nullable Hours of(Collection<Long> values) {
            if (values.isEmpty()) {
                return null;
            }
            List<Long> sorted = values.stream().sorted().toList();
            return new Hours(rank(sorted, 50), rank(sorted, 90));
        }

        private static long rank(List<Long> sorted, int percent) {
            return sorted.get((sorted.size() * percent + 99) / 100 - 1);
        }
    }

    static List<Row> rows(Collection<AskedRequest> requests) {
        Map<Party, Map<String, List<AskedRequest>>> groups = requests.stream()
                .collect(Collectors.groupingBy(
                        AskedRequest::asker,
                        Collectors.groupingBy(one -> one.subject().type())));
        List<Row> rows = new ArrayList<>();
        groups.forEach((asker, types) -> types.forEach((type, group) -> rows.add(row(asker, type, group))));
        return rows;
    }

    private static Row row(Party asker, String type, List<AskedRequest> group) {
        List<Long> hours = new ArrayList<>();
        Map<Crossing.Stated, Long> refused = new TreeMap<>(Comparator.comparing(Crossing.Stated::ground)
                .thenComparing(stated -> stated.article().toString()));
        for (AskedRequest one : group) {
            if (one.heard() != null) {
                hours.add(hours(one.asked(), one.heard()));
            }
            Crossing end = one.end();
            Crossing.Stated stated = end == null ? null : end.refusal();
            if (stated != null) {
                refused.merge(stated, 1L, Long::sum);
            }
        }
        return new Row(
                asker,
                type,
                group.size(),
                group.stream().filter(one -> one.subject().exercise()).count(),
                count(group, Crossing.Kind.ANSWER) + count(group, Crossing.Kind.CONCLUSION),
                refused.entrySet().stream()
                        .map(one ->
                                new Refused(one.getKey().ground(), one.getKey().article(), one.getValue()))
                        .toList(),
                count(group, Crossing.Kind.WITHDRAWAL),
                group.stream().filter(AskedRequest::isOpen).count(),
                hours.size(),
                Hours.of(hours));
    }

    private static long count(List<AskedRequest> group, Crossing.Kind kind) {
        return group.stream().filter(one -> one.endedBy(kind)).count();
    }

    /// The clocks of two nodes differ by a little: what seems to be answered before it was asked took no time.
    private static long hours(Instant asked, Instant heard) {
        return Math.max(0, Duration.between(asked, heard).toHours());
    }

    /// Every number by its name, to be held against another's.
    SortedMap<Cell, Long> cells() {
        SortedMap<Cell, Long> cells = new TreeMap<>();
        lapsed.forEach((party, count) -> cells.put(new Cell(party, "", What.LAPSED, ""), count));
        for (Row row : rows) {
            cells.put(row.cell(What.ASKED), row.asked());
            cells.put(row.cell(What.EXERCISES), row.exercises());
            cells.put(row.cell(What.ANSWERED), row.answered());
            cells.put(row.cell(What.WITHDRAWN), row.withdrawn());
            cells.put(row.cell(What.OPEN), row.open());
            cells.put(row.cell(What.HEARD), row.heard());
            row.refused()
                    .forEach(one -> cells.put(
                            new Cell(row.asker(), row.type(), What.REFUSED, one.ground() + " " + one.article()),
                            one.count()));
            Hours hours = row.hours();
            if (hours != null) {
                cells.put(row.cell(What.MEDIAN_HOURS), hours.median());
                cells.put(row.cell(What.NINETIETH_HOURS), hours.ninetieth());
            }
        }
        return cells;
    }

    /// What a cell counts.
    public enum What {
        ASKED,
        EXERCISES,
        ANSWERED,
        REFUSED,
        WITHDRAWN,
        OPEN,
        LAPSED,
        HEARD,
        MEDIAN_HOURS,
        NINETIETH_HOURS
    }

    /// One number of the figures.
    ///
    /// @param type empty for what is counted for all types together
    /// @param detail the ground and the article of a refusal, empty otherwise
    public record Cell(Party asker, String type, What what, String detail) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            return Comparator.comparing(Cell::asker)
                    .thenComparing(Cell::type)
                    .thenComparing(Cell::what)
                    .thenComparing(Cell::detail)
                    .compare(this, other);
        }
    }
}
