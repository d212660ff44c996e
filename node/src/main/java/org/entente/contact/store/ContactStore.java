package org.entente.contact.store;

import static org.entente.contact.store.generated.Tables.COUNTER;
import static org.entente.contact.store.generated.Tables.ENTRY;
import static org.entente.contact.store.generated.Tables.REPORT;
import static org.entente.contact.store.generated.Tables.TOLD;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.entente.db.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// Contacts and their reports in PostgreSQL, schema `contact`. Stateless.
public final class ContactStore {
    /// A contact as text; the room makes sense of it. `crossing` is null for what an officer recorded.
    public record Row(
            long id,
            String institution,
            String counterpart,
            String kind,
            Instant at,
            Instant due,
            @Nullable Crossing crossing,
            String subject,
            String leave,
            Instant recorded,
            String by,
            @Nullable String report,
            @Nullable String struck) {}

    /// The number of an envelope in the exchange.
    public record Crossing(boolean own, long sequence) {}

    /// What crossed with one institution on a day.
    public record Day(LocalDate day, String counterpart, int count, Instant first, Instant last) {}

    /// A report as text.
    public record Report(
            String number,
            String agreement,
            String institution,
            Instant first,
            Instant last,
            int contacts,
            Instant due,
            Instant made,
            String by,
            @Nullable Handed handed) {}

    public record Handed(Instant at, String by, String reference) {}

    /// A term that is open: of whom, when it ends, and the moment of a contact that it counts from.
    public record Term(String institution, Instant due, Instant at) {}

    private static final Condition OWED = ENTRY.REPORT.isNull().and(ENTRY.STRUCK.isNull());

    /// The count of a year; its row stays locked until the transaction ends.
    public int nextCount(Tx tx, int year) {
        Integer last = tx.dsl()
                .insertInto(COUNTER)
                .set(COUNTER.YEAR, year)
                .set(COUNTER.LAST, 1)
                .onConflict(COUNTER.YEAR)
                .doUpdate()
                .set(COUNTER.LAST, COUNTER.LAST.plus(1))
                .returning(COUNTER.LAST)
                .fetchOne(COUNTER.LAST);
        return Objects.requireNonNull(last);
    }

    /// The number up to which a direction of the exchange was taken; 0 before the first.
    public long taken(Tx tx, String agreement, boolean own) {
        Long last = tx.dsl()
                .select(DSL.max(ENTRY.SEQUENCE))
                .from(ENTRY)
                .where(ENTRY.AGREEMENT.eq(agreement).and(ENTRY.OWN.eq(own)))
                .fetchOne(0, Long.class);
        return last == null ? 0 : last;
    }

    /// @return the number the row got
    public long add(Tx tx, String agreement, Row row) {
        Crossing crossing = row.crossing();
        Long id = tx.dsl()
                .insertInto(ENTRY)
                .set(ENTRY.AGREEMENT, agreement)
                .set(ENTRY.INSTITUTION, row.institution())
                .set(ENTRY.COUNTERPART, row.counterpart())
                .set(ENTRY.KIND, row.kind())
                .set(ENTRY.AT, row.at())
                .set(ENTRY.DUE, row.due())
                .set(ENTRY.OWN, crossing == null ? null : crossing.own())
                .set(ENTRY.SEQUENCE, crossing == null ? null : crossing.sequence())
                .set(ENTRY.SUBJECT, row.subject())
                .set(ENTRY.LEAVE, row.leave())
                .set(ENTRY.RECORDED, row.recorded())
                .set(ENTRY.RECORDED_BY, row.by())
                .returning(ENTRY.ID)
                .fetchOne(ENTRY.ID);
        return Objects.requireNonNull(id);
    }

    public Optional<Row> lock(Tx tx, String agreement, long id) {
        return tx.dsl()
                .selectFrom(ENTRY)
                .where(ENTRY.AGREEMENT.eq(agreement).and(ENTRY.ID.eq(id)))
                .forUpdate()
                .fetchOptional(ContactStore::row);
    }

    public void strike(Tx tx, long id, Instant at, String by, String why) {
        tx.dsl()
                .update(ENTRY)
                .set(ENTRY.STRUCK, at)
                .set(ENTRY.STRUCK_BY, by)
                .set(ENTRY.STRUCK_WHY, why)
                .where(ENTRY.ID.eq(id))
                .execute();
    }

    /// What officers recorded: newest first.
    ///
    /// @param institution null for all
    /// @param by null for everybody's
    public List<Row> recorded(Tx tx, String agreement, @Nullable String institution, @Nullable String by, int limit) {
        return tx.dsl()
                .selectFrom(ENTRY)
                .where(ENTRY.AGREEMENT.eq(agreement).and(ENTRY.SEQUENCE.isNull()))
                .and(institution == null ? DSL.noCondition() : ENTRY.INSTITUTION.eq(institution))
                .and(by == null ? DSL.noCondition() : ENTRY.RECORDED_BY.eq(by))
                .orderBy(ENTRY.AT.desc(), ENTRY.ID.desc())
                .limit(limit)
                .fetch(ContactStore::row);
    }

    /// What an institution has in no report: officers' records, earliest first.
    public List<Row> owed(Tx tx, String agreement, String institution, int limit) {
        return tx.dsl()
                .selectFrom(ENTRY)
                .where(ENTRY.AGREEMENT.eq(agreement).and(ENTRY.INSTITUTION.eq(institution)))
                .and(OWED)
                .and(ENTRY.SEQUENCE.isNull())
                .orderBy(ENTRY.AT, ENTRY.ID)
                .limit(limit)
                .fetch(ContactStore::row);
    }

    /// The officers' records in a report, earliest first.
    public List<Row> recordedIn(Tx tx, String report) {
        return tx.dsl()
                .selectFrom(ENTRY)
                .where(ENTRY.REPORT.eq(report).and(ENTRY.SEQUENCE.isNull()))
                .orderBy(ENTRY.AT, ENTRY.ID)
                .fetch(ContactStore::row);
    }

    /// What crossed and stands in no report, by day of a zone.
    public List<Day> daysOwed(Tx tx, String agreement, String institution, ZoneId zone) {
        return days(
                tx,
                ENTRY.AGREEMENT
                        .eq(agreement)
                        .and(ENTRY.INSTITUTION.eq(institution))
                        .and(OWED),
                zone);
    }

    public List<Day> daysIn(Tx tx, String report, ZoneId zone) {
        return days(tx, ENTRY.REPORT.eq(report), zone);
    }

    private static List<Day> days(Tx tx, Condition which, ZoneId zone) {
        Field<LocalDate> day =
                DSL.field("({0} at time zone {1})::date", SQLDataType.LOCALDATE, ENTRY.AT, DSL.inline(zone.getId()));
        Field<Integer> count = DSL.count();
        Field<Instant> first = DSL.min(ENTRY.AT);
        Field<Instant> last = DSL.max(ENTRY.AT);
        return tx.dsl()
                .select(day, ENTRY.COUNTERPART, count, first, last)
                .from(ENTRY)
                .where(which.and(ENTRY.SEQUENCE.isNotNull()))
                .groupBy(day, ENTRY.COUNTERPART)
                .orderBy(day, ENTRY.COUNTERPART)
                .fetch(row -> new Day(
                        row.get(day), row.get(ENTRY.COUNTERPART), row.get(count), row.get(first), row.get(last)));
    }

    /// The contacts that go into a report: the earliest, at most so many of each sort.
    public List<Row> next(Tx tx, String agreement, String institution, int recordedMax, int crossedMax) {
        List<Row> chosen = new ArrayList<>(owed(tx, agreement, institution, recordedMax));
        chosen.addAll(tx.dsl()
                .selectFrom(ENTRY)
                .where(ENTRY.AGREEMENT.eq(agreement).and(ENTRY.INSTITUTION.eq(institution)))
                .and(OWED)
                .and(ENTRY.SEQUENCE.isNotNull())
                .orderBy(ENTRY.AT, ENTRY.ID)
                .limit(crossedMax)
                .fetch(ContactStore::row));
        return chosen;
    }

    public void add(Tx tx, Report report, Collection<Long> contacts) {
        tx.dsl()
                .insertInto(REPORT)
                .set(REPORT.NUMBER, report.number())
                .set(REPORT.AGREEMENT, report.agreement())
                .set(REPORT.INSTITUTION, report.institution())
                .set(REPORT.FIRST, report.first())
                .set(REPORT.LAST, report.last())
                .set(REPORT.CONTACTS, report.contacts())
                .set(REPORT.DUE, report.due())
                .set(REPORT.MADE, report.made())
                .set(REPORT.MADE_BY, report.by())
                .execute();
        tx.dsl()
                .update(ENTRY)
                .set(ENTRY.REPORT, report.number())
                .where(ENTRY.ID.eq(DSL.any(contacts.toArray(Long[]::new))))
                .execute();
    }

    public Optional<Report> report(Tx tx, String number) {
        return tx.dsl().selectFrom(REPORT).where(REPORT.NUMBER.eq(number)).fetchOptional(ContactStore::report);
    }

    /// Those that were not handed over first, then the newest.
    ///
    /// @param institution null for all
    public List<Report> reports(Tx tx, String agreement, @Nullable String institution, int limit) {
        return tx.dsl()
                .selectFrom(REPORT)
                .where(REPORT.AGREEMENT.eq(agreement))
                .and(institution == null ? DSL.noCondition() : REPORT.INSTITUTION.eq(institution))
                .orderBy(REPORT.HANDED.isNotNull(), REPORT.MADE.desc(), REPORT.NUMBER.desc())
                .limit(limit)
                .fetch(ContactStore::report);
    }

    /// @return false if it was handed over before
    public boolean handOver(Tx tx, String number, Handed handed) {
        return tx.dsl()
                        .update(REPORT)
                        .set(REPORT.HANDED, handed.at())
                        .set(REPORT.HANDED_BY, handed.by())
                        .set(REPORT.REFERENCE, handed.reference())
                        .where(REPORT.NUMBER.eq(number).and(REPORT.HANDED.isNull()))
                        .execute()
                == 1;
    }

    /// Every open term that ends before a moment: of contacts in no report and of reports not handed over.
    public List<Term> open(Tx tx, String agreement, Instant before, int limit) {
        return tx.dsl()
                .select(ENTRY.INSTITUTION, ENTRY.DUE, DSL.min(ENTRY.AT))
                .from(ENTRY)
                .leftJoin(REPORT)
                .on(REPORT.NUMBER.eq(ENTRY.REPORT))
                .where(ENTRY.AGREEMENT.eq(agreement).and(ENTRY.STRUCK.isNull()))
                .and(REPORT.HANDED.isNull())
                .and(ENTRY.DUE.lt(before))
                // Of one whose end was told there is nothing left to tell.
                .andNotExists(DSL.selectOne()
                        .from(TOLD)
                        .where(TOLD.AGREEMENT.eq(ENTRY.AGREEMENT))
                        .and(TOLD.INSTITUTION.eq(ENTRY.INSTITUTION))
                        .and(TOLD.DUE.eq(ENTRY.DUE))
                        .and(TOLD.MOMENT.eq(ENTRY.DUE)))
                .groupBy(ENTRY.INSTITUTION, ENTRY.DUE)
                .orderBy(ENTRY.DUE, ENTRY.INSTITUTION)
                .limit(limit)
                .fetch(row -> new Term(row.value1(), row.value2(), row.value3()));
    }

    /// The moment of the earliest contact of an institution whose report is owed.
    public @Nullable Instant earliestOpen(Tx tx, String agreement, String institution) {
        return tx.dsl()
                .select(DSL.min(ENTRY.AT))
                .from(ENTRY)
                .leftJoin(REPORT)
                .on(REPORT.NUMBER.eq(ENTRY.REPORT))
                .where(ENTRY.AGREEMENT.eq(agreement).and(ENTRY.INSTITUTION.eq(institution)))
                .and(ENTRY.STRUCK.isNull())
                .and(REPORT.HANDED.isNull())
                .fetchOne(0, Instant.class);
    }

    /// @return whether it had not been told before
    public boolean tell(Tx tx, String agreement, Term term, Instant moment) {
        return tx.dsl()
                        .insertInto(TOLD)
                        .set(TOLD.AGREEMENT, agreement)
                        .set(TOLD.INSTITUTION, term.institution())
                        .set(TOLD.DUE, term.due())
                        .set(TOLD.MOMENT, moment)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private static Row row(Record row) {
        Boolean own = row.get(ENTRY.OWN);
        return new Row(
                row.get(ENTRY.ID),
                row.get(ENTRY.INSTITUTION),
                row.get(ENTRY.COUNTERPART),
                row.get(ENTRY.KIND),
                row.get(ENTRY.AT),
                row.get(ENTRY.DUE),
                own == null ? null : new Crossing(own, row.get(ENTRY.SEQUENCE)),
                row.get(ENTRY.SUBJECT),
                row.get(ENTRY.LEAVE),
                row.get(ENTRY.RECORDED),
                row.get(ENTRY.RECORDED_BY),
                row.get(ENTRY.REPORT),
                row.get(ENTRY.STRUCK_WHY));
    }

    private static Report report(Record row) {
        Instant handed = row.get(REPORT.HANDED);
        return new Report(
                row.get(REPORT.NUMBER),
                row.get(REPORT.AGREEMENT),
                row.get(REPORT.INSTITUTION),
                row.get(REPORT.FIRST),
                row.get(REPORT.LAST),
                row.get(REPORT.CONTACTS),
                row.get(REPORT.DUE),
                row.get(REPORT.MADE),
                row.get(REPORT.MADE_BY),
                handed == null ? null : new Handed(handed, row.get(REPORT.HANDED_BY), row.get(REPORT.REFERENCE)));
    }
}
