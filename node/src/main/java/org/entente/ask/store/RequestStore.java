package org.entente.ask.store;

import static org.entente.ask.store.generated.Tables.COUNTER;
import static org.entente.ask.store.generated.Tables.HISTORY;
import static org.entente.ask.store.generated.Tables.KNOWER;
import static org.entente.ask.store.generated.Tables.REQUEST;
import static org.entente.ask.store.generated.Tables.WORD;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.entente.db.Tx;
import org.entente.kernel.Bytes;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Requests in PostgreSQL, schema `ask`.
public final class RequestStore {
    /// One line of a request's history.
    public record HistoryRow(
            Instant at,
            String event,
            String by,
            String note,
            @Nullable Bytes letter,
            @Nullable String actingFor) {
        public HistoryRow(Instant at, String event, String by, String note, @Nullable Bytes letter) {
            this(at, event, by, note, letter, null);
        }

        public HistoryRow actingFor(@Nullable String officer) {
            return new HistoryRow(at, event, by, note, letter, officer);
        }
    }

    /// The next number of a year; two transactions that ask at once get two numbers, the second after the first
    /// commits.
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

    /// @return false if the number is taken
    public boolean insert(Tx tx, RequestRow row) {
        RequestRow.@Nullable Clock clock = row.clock();
        return tx.dsl()
                        .insertInto(REQUEST)
                        .set(REQUEST.NUMBER, row.number())
                        .set(REQUEST.AGREEMENT, row.agreement())
                        .set(REQUEST.SIDE, row.side())
                        .set(REQUEST.INSTITUTION, row.institution())
                        .set(REQUEST.AUTHORITY, row.authority())
                        .set(REQUEST.STATE, row.state())
                        .set(REQUEST.DOCUMENT, text(row.document()))
                        .set(REQUEST.CASE_NUMBER, row.caseNumber())
                        .set(REQUEST.CASE_PSEUDONYM, row.casePseudonym())
                        .set(REQUEST.AUTHOR, row.author())
                        .set(REQUEST.ENVELOPE, row.envelope())
                        .set(REQUEST.CLOCK, clock == null ? null : clock.key())
                        .set(REQUEST.CLOCK_STARTED, clock == null ? null : clock.started())
                        .set(REQUEST.DUE, clock == null ? null : clock.due())
                        .set(REQUEST.ZONE, clock == null ? null : clock.zone())
                        .set(REQUEST.ALARM, row.alarm())
                        .set(REQUEST.OWN, text(row.own()))
                        .set(REQUEST.CREATED, row.created())
                        .set(REQUEST.CHANGED, row.changed())
                        .onConflict(REQUEST.NUMBER)
                        .doNothing()
                        .execute()
                == 1;
    }

    public Optional<RequestRow> find(Tx tx, String number) {
        return tx.dsl()
                .selectFrom(REQUEST)
                .where(REQUEST.NUMBER.eq(number))
                .fetchOptional()
                .map(RequestStore::row);
    }

    /// The row, locked until the transaction ends.
    public Optional<RequestRow> lock(Tx tx, String number) {
        return tx.dsl()
                .selectFrom(REQUEST)
                .where(REQUEST.NUMBER.eq(number))
                .forUpdate()
                .fetchOptional()
                .map(RequestStore::row);
    }

    public void move(Tx tx, String number, String state, Instant at) {
        tx.dsl()
                .update(REQUEST)
                .set(REQUEST.STATE, state)
                .set(REQUEST.CHANGED, at)
                .where(REQUEST.NUMBER.eq(number))
                .execute();
    }

    public void revise(Tx tx, String number, Bytes document, String caseNumber, String casePseudonym) {
        tx.dsl()
                .update(REQUEST)
                .set(REQUEST.DOCUMENT, text(document))
                .set(REQUEST.CASE_NUMBER, caseNumber)
                .set(REQUEST.CASE_PSEUDONYM, casePseudonym)
                .where(REQUEST.NUMBER.eq(number))
                .execute();
    }

    public void sent(Tx tx, String number, String envelope) {
        tx.dsl()
                .update(REQUEST)
                .set(REQUEST.ENVELOPE, envelope)
                .where(REQUEST.NUMBER.eq(number))
                .execute();
    }

    public void own(Tx tx, String number, Bytes own) {
        tx.dsl()
                .update(REQUEST)
                .set(REQUEST.OWN, text(own))
                .where(REQUEST.NUMBER.eq(number))
                .execute();
    }

    public void replied(Tx tx, String number, String reply, @Nullable Bytes refusal, @Nullable String release) {
        tx.dsl()
                .update(REQUEST)
                .set(REQUEST.REPLY, reply)
                .set(REQUEST.REFUSAL, refusal == null ? null : text(refusal))
                .set(REQUEST.RELEASE, release)
                .where(REQUEST.NUMBER.eq(number))
                .execute();
    }

    public void accepted(Tx tx, String number, Instant at) {
        tx.dsl()
                .update(REQUEST)
                .set(REQUEST.ACCEPTED, at)
                .where(REQUEST.NUMBER.eq(number))
                .execute();
    }

    /// Another institution of the asked side has it; on that side it is whose officers know of it, and nobody of them
    /// has
    /// it yet.
    public void transferred(Tx tx, String number, String side, String authority) {
        tx.dsl()
                .update(REQUEST)
                .set(REQUEST.AUTHORITY, authority)
                .set(REQUEST.INSTITUTION, side.equals("IN") ? DSL.val(authority) : REQUEST.INSTITUTION)
                .set(REQUEST.ASSIGNEE, side.equals("IN") ? DSL.val((String) null) : REQUEST.ASSIGNEE)
                .where(REQUEST.NUMBER.eq(number))
                .execute();
    }

    /// Sets the clock, whether it stands, and when something is next told of it.
    public void clock(
            Tx tx,
            String number,
            RequestRow.@Nullable Clock clock,
            @Nullable Instant stopped,
            @Nullable Instant alarm) {
        tx.dsl()
                .update(REQUEST)
                .set(REQUEST.CLOCK, clock == null ? null : clock.key())
                .set(REQUEST.CLOCK_STARTED, clock == null ? null : clock.started())
                .set(REQUEST.DUE, clock == null ? null : clock.due())
                .set(REQUEST.ZONE, clock == null ? null : clock.zone())
                .set(REQUEST.EXTENSIONS, clock == null ? 0 : clock.extensions())
                .set(REQUEST.STOPPED, stopped)
                .set(REQUEST.ALARM, alarm)
                .where(REQUEST.NUMBER.eq(number))
                .execute();
    }

    /// Requests of which something is to be told by now, by number, behind a number.
    public List<String> alarmsDue(Tx tx, Instant now, String after, int limit) {
        return tx.dsl()
                .select(REQUEST.NUMBER)
                .from(REQUEST)
                .where(REQUEST.ALARM.le(now).and(REQUEST.NUMBER.gt(after)))
                .orderBy(REQUEST.NUMBER)
                .limit(limit)
                .fetch(REQUEST.NUMBER);
    }

    /// Nothing more is told of an ended request.
    public void silence(Tx tx, String number) {
        tx.dsl()
                .update(REQUEST)
                .setNull(REQUEST.ALARM)
                .where(REQUEST.NUMBER.eq(number))
                .execute();
    }

    /// Open requests of the other party, the least time left first; then those whose clock stands, and those without.
    public List<RequestRow> inbox(Tx tx, Reader reader, List<String> openStates, int limit) {
        return list(
                tx,
                of("IN", reader).and(REQUEST.STATE.in(openStates)),
                limit,
                DSL.field(REQUEST.STOPPED.isNotNull()).asc(),
                REQUEST.DUE.asc().nullsLast(),
                REQUEST.NUMBER.asc());
    }

    /// Whose requests a list shows: ordinary ones of an institution, or of all if null; quiet ones that the officer was
    /// named for, and with `receivesQuiet` those that arrived and nobody was named for.
    public record Reader(String officer, @Nullable String institution, boolean receivesQuiet) {}

    private static Condition of(String side, Reader reader) {
        String institution = reader.institution();
        Condition ordinary = DSL.not(DSL.condition(REQUEST.QUIET));
        return REQUEST.SIDE
                .eq(side)
                .and((institution == null ? ordinary : ordinary.and(REQUEST.INSTITUTION.eq(institution)))
                        .or(DSL.condition(REQUEST.QUIET).and(isKnown(reader))));
    }

    private static Condition isKnown(Reader reader) {
        Condition named = DSL.val(reader.officer()).eq(DSL.any(REQUEST.KNOWS));
        return reader.receivesQuiet()
                ? named.or(
                        REQUEST.SIDE.eq("IN").and(DSL.cardinality(REQUEST.KNOWS).eq(0)))
                : named;
    }

    static Condition isNotQuiet() {
        return DSL.not(DSL.condition(REQUEST.QUIET));
    }

    static Condition isQuietAndKnown(Reader reader) {
        return DSL.condition(REQUEST.QUIET).and(isKnown(reader));
    }

    /// Envelopes of quiet requests that the reader does not know of.
    public List<String> hidden(Tx tx, Reader reader) {
        return tx.dsl()
                .select(REQUEST.ENVELOPE)
                .from(REQUEST)
                .where(DSL.condition(REQUEST.QUIET), REQUEST.ENVELOPE.isNotNull(), DSL.not(isKnown(reader)))
                .fetch(REQUEST.ENVELOPE);
    }

    /// An officer who knows, who named them and when.
    public record KnowerRow(String officer, String by, Instant at) {}

    public void name(Tx tx, String number, KnowerRow knower) {
        tx.dsl()
                .insertInto(KNOWER)
                .set(KNOWER.NUMBER, number)
                .set(KNOWER.OFFICER, knower.officer())
                .set(KNOWER.NAMED_BY, knower.by())
                .set(KNOWER.AT, knower.at())
                .execute();
        tx.dsl()
                .update(REQUEST)
                .set(REQUEST.KNOWS, DSL.arrayAppend(REQUEST.KNOWS, knower.officer()))
                .where(REQUEST.NUMBER.eq(number))
                .execute();
    }

    public List<KnowerRow> knowers(Tx tx, String number) {
        return tx.dsl()
                .selectFrom(KNOWER)
                .where(KNOWER.NUMBER.eq(number))
                .orderBy(KNOWER.AT, KNOWER.OFFICER)
                .fetch(row -> new KnowerRow(row.get(KNOWER.OFFICER), row.get(KNOWER.NAMED_BY), row.get(KNOWER.AT)));
    }

    /// Every request of the other party, newest first.
    public List<RequestRow> received(Tx tx, Reader reader, int limit) {
        return list(tx, of("IN", reader), limit, REQUEST.CREATED.desc(), REQUEST.NUMBER.desc());
    }

    /// Own requests: the open ones by the time left, then the others, newest first.
    public List<RequestRow> sent(Tx tx, Reader reader, List<String> openStates, int limit) {
        return list(
                tx,
                of("OUT", reader),
                limit,
                DSL.field(REQUEST.STATE.in(openStates)).desc(),
                DSL.when(REQUEST.STATE.in(openStates), REQUEST.DUE).asc().nullsLast(),
                REQUEST.CREATED.desc(),
                REQUEST.NUMBER.desc());
    }

    /// What a list is to show; an empty text or list lets everything through.
    ///
    /// @param number a part of it
    /// @param hasNoClock only those without a clock that runs
    /// @param dueUntil only those whose clock runs and is due by then, if it is not null
    /// @param assigned only those that one of these has, if it is not null
    public record Criteria(
            String side,
            Reader reader,
            String type,
            List<String> states,
            String counterpart,
            String number,
            boolean hasNoClock,
            @Nullable Instant dueUntil,
            @Nullable Assigned assigned) {}

    /// Who has a request.
    ///
    /// @param orNobody also those given to none
    public record Assigned(List<String> officers, boolean orNobody) {}

    /// The open ones by the time left, then the others, newest first.
    public List<RequestRow> filtered(Tx tx, Criteria wanted, List<String> openStates, int limit) {
        return list(
                tx,
                passing(wanted, openStates),
                limit,
                DSL.field(REQUEST.STATE.in(openStates)).desc(),
                DSL.when(REQUEST.STATE.in(openStates).and(REQUEST.STOPPED.isNull()), REQUEST.DUE)
                        .asc()
                        .nullsLast(),
                REQUEST.CREATED.desc(),
                REQUEST.NUMBER.desc());
    }

    /// How many pass.
    public int count(Tx tx, Criteria wanted, List<String> openStates) {
        return tx.dsl().fetchCount(REQUEST, passing(wanted, openStates));
    }

    private static Condition passing(Criteria wanted, List<String> openStates) {
        Condition where = of(wanted.side(), wanted.reader());
        if (!wanted.type().isEmpty()) {
            where = where.and(REQUEST.TYPE.eq(wanted.type()));
        }
        if (!wanted.states().isEmpty()) {
            where = where.and(REQUEST.STATE.in(wanted.states()));
        }
        if (!wanted.counterpart().isEmpty()) {
            where = where.and(REQUEST.COUNTERPART.eq(wanted.counterpart()));
        }
        if (!wanted.number().isEmpty()) {
            where = where.and(REQUEST.NUMBER.contains(wanted.number()));
        }
        Condition runs = REQUEST.DUE.isNotNull().and(REQUEST.STOPPED.isNull()).and(REQUEST.STATE.in(openStates));
        if (wanted.hasNoClock()) {
            where = where.and(DSL.not(runs));
        }
        if (wanted.dueUntil() != null) {
            where = where.and(runs).and(REQUEST.DUE.le(wanted.dueUntil()));
        }
        Assigned assigned = wanted.assigned();
        if (assigned != null) {
            Condition theirs = REQUEST.ASSIGNEE.in(assigned.officers());
            where = where.and(assigned.orNobody() ? theirs.or(REQUEST.ASSIGNEE.isNull()) : theirs);
        }
        return where;
    }

    /// Own requests whose delivery is not known yet, by number, behind a number.
    public List<RequestRow> underWay(Tx tx, String after, int limit) {
        return list(
                tx,
                REQUEST.STATE.eq("SENT").and(REQUEST.ALARM.isNull()).and(REQUEST.NUMBER.gt(after)),
                limit,
                REQUEST.NUMBER.asc());
    }

    /// An own word that has left.
    public record Word(String envelope, String number, String event) {}

    public void word(Tx tx, Word word) {
        tx.dsl()
                .insertInto(WORD)
                .set(WORD.ENVELOPE, word.envelope())
                .set(WORD.NUMBER, word.number())
                .set(WORD.EVENT, word.event())
                .execute();
    }

    /// Own words of which it is not known that they arrived, by envelope, behind an envelope.
    public List<Word> words(Tx tx, String after, int limit) {
        return tx.dsl()
                .selectFrom(WORD)
                .where(WORD.ENVELOPE.gt(after))
                .orderBy(WORD.ENVELOPE)
                .limit(limit)
                .fetch(row -> new Word(row.get(WORD.ENVELOPE), row.get(WORD.NUMBER), row.get(WORD.EVENT)));
    }

    /// @return false if it was forgotten before
    public boolean forget(Tx tx, String envelope) {
        return tx.dsl().deleteFrom(WORD).where(WORD.ENVELOPE.eq(envelope)).execute() == 1;
    }

    public void note(Tx tx, String number, HistoryRow entry) {
        tx.dsl()
                .insertInto(HISTORY)
                .set(HISTORY.NUMBER, number)
                .set(HISTORY.AT, entry.at())
                .set(HISTORY.EVENT, entry.event())
                .set(HISTORY.BY, entry.by())
                .set(HISTORY.NOTE, entry.note())
                .set(HISTORY.LETTER, entry.letter() == null ? null : text(entry.letter()))
                .set(HISTORY.ACTING_FOR, entry.actingFor())
                .execute();
    }

    /// How often an event happened to a request.
    public int eventCount(Tx tx, String number, String event) {
        return tx.dsl().fetchCount(HISTORY, HISTORY.NUMBER.eq(number).and(HISTORY.EVENT.eq(event)));
    }

    public List<HistoryRow> history(Tx tx, String number) {
        return tx.dsl()
                .selectFrom(HISTORY)
                .where(HISTORY.NUMBER.eq(number))
                .orderBy(HISTORY.ID)
                .fetch(row -> new HistoryRow(
                        row.get(HISTORY.AT),
                        row.get(HISTORY.EVENT),
                        row.get(HISTORY.BY),
                        row.get(HISTORY.NOTE),
                        row.get(HISTORY.LETTER) == null ? null : bytes(row.get(HISTORY.LETTER)),
                        row.get(HISTORY.ACTING_FOR)));
    }

    private static List<RequestRow> list(Tx tx, Condition where, int limit, SortField<?>... order) {
        return tx.dsl()
                .selectFrom(REQUEST)
                .where(where)
                .orderBy(order)
                .limit(limit)
                .fetch(RequestStore::row);
    }

    private static RequestRow row(Record row) {
        return new RequestRow(
                row.get(REQUEST.NUMBER),
                row.get(REQUEST.AGREEMENT),
                row.get(REQUEST.SIDE),
                row.get(REQUEST.INSTITUTION),
                row.get(REQUEST.AUTHORITY),
                row.get(REQUEST.STATE),
                bytes(row.get(REQUEST.DOCUMENT)),
                row.get(REQUEST.CASE_NUMBER),
                row.get(REQUEST.CASE_PSEUDONYM),
                row.get(REQUEST.AUTHOR),
                row.get(REQUEST.ENVELOPE),
                row.get(REQUEST.REPLY),
                clock(row),
                row.get(REQUEST.STOPPED),
                row.get(REQUEST.ALARM),
                row.get(REQUEST.ACCEPTED),
                bytes(row.get(REQUEST.OWN)),
                row.get(REQUEST.REFUSAL) == null ? null : bytes(row.get(REQUEST.REFUSAL)),
                row.get(REQUEST.RELEASE),
                row.get(REQUEST.CREATED),
                row.get(REQUEST.CHANGED),
                row.get(REQUEST.ASSIGNEE),
                List.of(row.get(REQUEST.KNOWS)));
    }

    private static RequestRow.@Nullable Clock clock(Record row) {
        return row.get(REQUEST.CLOCK) == null
                ? null
                : new RequestRow.Clock(
                        row.get(REQUEST.CLOCK),
                        row.get(REQUEST.CLOCK_STARTED),
                        row.get(REQUEST.DUE),
                        row.get(REQUEST.ZONE),
                        row.get(REQUEST.EXTENSIONS));
    }

    private static String text(Bytes json) {
        return new String(json.toArray(), StandardCharsets.UTF_8);
    }

    private static Bytes bytes(String json) {
        return Bytes.of(json.getBytes(StandardCharsets.UTF_8));
    }
}
