package org.entente.ask.store;

import static org.entente.ask.store.generated.Tables.FOREWARNING;
import static org.entente.ask.store.generated.Tables.FOREWARNING_STEP;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.db.Tx;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// No-surprise notices, schema `ask`.
public final class ForewarningStore {
    public record Row(
            String id,
            String agreement,
            String side,
            String state,
            String from,
            String to,
            String text,
            String basis,
            String article,
            String purpose,
            boolean demonstration,
            @Nullable String shown,
            Instant written,
            @Nullable String about,
            @Nullable String caseNumber,
            String by,
            @Nullable Instant due,
            @Nullable String envelope,
            @Nullable Instant sent,
            @Nullable String readBy,
            @Nullable Instant read) {}

    public record StepRow(
            Instant at,
            String step,
            String by,
            String reason,
            @Nullable Instant due) {}

    /// @return false if the id is taken
    public boolean insert(Tx tx, Row row) {
        return tx.dsl()
                        .insertInto(FOREWARNING)
                        .set(FOREWARNING.FOREWARNING_, row.id())
                        .set(FOREWARNING.AGREEMENT, row.agreement())
                        .set(FOREWARNING.SIDE, row.side())
                        .set(FOREWARNING.STATE, row.state())
                        .set(FOREWARNING.FROM_INSTITUTION, row.from())
                        .set(FOREWARNING.TO_INSTITUTION, row.to())
                        .set(FOREWARNING.CONTENT, row.text())
                        .set(FOREWARNING.BASIS, row.basis())
                        .set(FOREWARNING.ARTICLE, row.article())
                        .set(FOREWARNING.PURPOSE, row.purpose())
                        .set(FOREWARNING.DEMONSTRATION, row.demonstration())
                        .set(FOREWARNING.SHOWN, row.shown())
                        .set(FOREWARNING.WRITTEN_AT, row.written())
                        .set(FOREWARNING.ABOUT, row.about())
                        .set(FOREWARNING.CASE_NUMBER, row.caseNumber())
                        .set(FOREWARNING.BY, row.by())
                        .set(FOREWARNING.DUE, row.due())
                        .set(FOREWARNING.ALARM, row.due())
                        .set(FOREWARNING.ENVELOPE, row.envelope())
                        .set(FOREWARNING.SENT_AT, row.sent())
                        .onConflict(FOREWARNING.FOREWARNING_)
                        .doNothing()
                        .execute()
                == 1;
    }

    /// The row, locked until the transaction ends.
    public Optional<Row> lock(Tx tx, String id) {
        return tx.dsl()
                .selectFrom(FOREWARNING)
                .where(FOREWARNING.FOREWARNING_.eq(id))
                .forUpdate()
                .fetchOptional()
                .map(ForewarningStore::row);
    }

    /// What waits first, by the time left; then the newest.
    public List<Row> list(Tx tx, int countMax) {
        return rows(tx, DSL.trueCondition(), countMax);
    }

    /// Those that leave with a request.
    public List<Row> with(Tx tx, String number) {
        return rows(tx, FOREWARNING.ABOUT.eq(number).and(FOREWARNING.STATE.eq("WITH_REQUEST")), Integer.MAX_VALUE);
    }

    /// Those of which something is to be told by now.
    public List<Row> due(Tx tx, Instant now, int countMax) {
        return rows(tx, FOREWARNING.ALARM.le(now), countMax);
    }

    /// Those that were sent and of which it is not known what became of them.
    public List<Row> onTheirWay(Tx tx, int countMax) {
        return rows(tx, FOREWARNING.STATE.eq("SENT").and(FOREWARNING.SETTLED.isFalse()), countMax);
    }

    /// Received from one party and read by nobody.
    public int unreadCount(Tx tx, String agreement) {
        return tx.dsl()
                .fetchCount(
                        FOREWARNING,
                        FOREWARNING
                                .AGREEMENT
                                .eq(agreement)
                                .and(FOREWARNING.SIDE.eq("IN"))
                                .and(FOREWARNING.READ_AT.isNull()));
    }

    public void move(Tx tx, String id, String state, @Nullable Instant due) {
        tx.dsl()
                .update(FOREWARNING)
                .set(FOREWARNING.STATE, state)
                .set(FOREWARNING.DUE, due)
                .set(FOREWARNING.ALARM, due)
                .where(FOREWARNING.FOREWARNING_.eq(id))
                .execute();
    }

    public void sent(Tx tx, String id, String envelope, Instant at) {
        tx.dsl()
                .update(FOREWARNING)
                .set(FOREWARNING.ENVELOPE, envelope)
                .set(FOREWARNING.SENT_AT, at)
                .set(FOREWARNING.SETTLED, false)
                .where(FOREWARNING.FOREWARNING_.eq(id))
                .execute();
    }

    public void settled(Tx tx, String id) {
        tx.dsl()
                .update(FOREWARNING)
                .set(FOREWARNING.SETTLED, true)
                .where(FOREWARNING.FOREWARNING_.eq(id))
                .execute();
    }

    public void remind(Tx tx, String id, Instant next) {
        tx.dsl()
                .update(FOREWARNING)
                .set(FOREWARNING.ALARM, next)
                .where(FOREWARNING.FOREWARNING_.eq(id))
                .execute();
    }

    public void read(Tx tx, String id, String by, Instant at) {
        tx.dsl()
                .update(FOREWARNING)
                .set(FOREWARNING.READ_BY, by)
                .set(FOREWARNING.READ_AT, at)
                .where(FOREWARNING.FOREWARNING_.eq(id))
                .execute();
    }

    public void step(Tx tx, String id, StepRow step) {
        tx.dsl()
                .insertInto(FOREWARNING_STEP)
                .set(FOREWARNING_STEP.FOREWARNING, id)
                .set(FOREWARNING_STEP.AT, step.at())
                .set(FOREWARNING_STEP.STEP, step.step())
                .set(FOREWARNING_STEP.BY, step.by())
                .set(FOREWARNING_STEP.REASON, step.reason())
                .set(FOREWARNING_STEP.DUE, step.due())
                .execute();
    }

    public List<StepRow> steps(Tx tx, String id) {
        return tx.dsl()
                .selectFrom(FOREWARNING_STEP)
                .where(FOREWARNING_STEP.FOREWARNING.eq(id))
                .orderBy(FOREWARNING_STEP.ORDINAL)
                .fetch(row -> new StepRow(
                        row.get(FOREWARNING_STEP.AT),
                        row.get(FOREWARNING_STEP.STEP),
                        row.get(FOREWARNING_STEP.BY),
                        row.get(FOREWARNING_STEP.REASON),
                        row.get(FOREWARNING_STEP.DUE)));
    }

    private static List<Row> rows(Tx tx, Condition which, int countMax) {
        return tx.dsl()
                .selectFrom(FOREWARNING)
                .where(which)
                .orderBy(FOREWARNING.DUE.asc().nullsLast(), FOREWARNING.ORDINAL.desc())
                .limit(countMax)
                .fetch(ForewarningStore::row);
    }

    private static Row row(Record row) {
        return new Row(
                row.get(FOREWARNING.FOREWARNING_),
                row.get(FOREWARNING.AGREEMENT),
                row.get(FOREWARNING.SIDE),
                row.get(FOREWARNING.STATE),
                row.get(FOREWARNING.FROM_INSTITUTION),
                row.get(FOREWARNING.TO_INSTITUTION),
                row.get(FOREWARNING.CONTENT),
                row.get(FOREWARNING.BASIS),
                row.get(FOREWARNING.ARTICLE),
                row.get(FOREWARNING.PURPOSE),
                row.get(FOREWARNING.DEMONSTRATION),
                row.get(FOREWARNING.SHOWN),
                row.get(FOREWARNING.WRITTEN_AT),
                row.get(FOREWARNING.ABOUT),
                row.get(FOREWARNING.CASE_NUMBER),
                row.get(FOREWARNING.BY),
                row.get(FOREWARNING.DUE),
                row.get(FOREWARNING.ENVELOPE),
                row.get(FOREWARNING.SENT_AT),
                row.get(FOREWARNING.READ_BY),
                row.get(FOREWARNING.READ_AT));
    }
}
