package org.entente.ask.store;

import static org.entente.ask.store.generated.Tables.NOTICE;
import static org.entente.ask.store.generated.Tables.NOTICE_MAILED;
import static org.entente.ask.store.generated.Tables.NOTICE_READ;
import static org.entente.ask.store.generated.Tables.REQUEST;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.entente.db.Tx;
import org.jooq.Condition;

/// Notices, and how far each officer has read.
public final class NoticeStore {
    /// A notice with what its list shows of the request.
    public record NoticeRow(long id, String number, String type, Instant at, String event) {}

    /// Whose notices.
    ///
    /// @param label as lines of a history name the reader; what they did themself is no news
    /// @param has the accounts whose requests the reader has
    /// @param nobody accounts whose requests nobody has
    /// @param institution of which the reader hears what is given to nobody
    /// @param everyUncovered of every institution what is given to whom is away without a deputy
    /// @param reader of a quiet request everybody hears who knows of it, whoever has it, and nobody else
    public record Whose(
            String label,
            Collection<String> has,
            Collection<String> nobody,
            String institution,
            boolean everyUncovered,
            RequestStore.Reader reader) {}

    public void add(Tx tx, String number, Instant at, String event, String by) {
        tx.dsl()
                .insertInto(NOTICE)
                .set(NOTICE.NUMBER, number)
                .set(NOTICE.AT, at)
                .set(NOTICE.EVENT, event)
                .set(NOTICE.BY, by)
                .execute();
    }

    /// The newest first, behind an id.
    public List<NoticeRow> newest(Tx tx, Whose whose, String assigned, long behind, int limit) {
        return tx.dsl()
                .select(NOTICE.ID, NOTICE.NUMBER, REQUEST.TYPE, NOTICE.AT, NOTICE.EVENT)
                .from(NOTICE)
                .join(REQUEST)
                .on(REQUEST.NUMBER.eq(NOTICE.NUMBER))
                .where(theirs(whose, assigned).and(NOTICE.ID.gt(behind)))
                .orderBy(NOTICE.ID.desc())
                .limit(limit)
                .fetch(row -> new NoticeRow(
                        row.get(NOTICE.ID),
                        row.get(NOTICE.NUMBER),
                        row.get(REQUEST.TYPE),
                        row.get(NOTICE.AT),
                        row.get(NOTICE.EVENT)));
    }

    /// How many are behind an id, counted up to a limit.
    public int count(Tx tx, Whose whose, String assigned, long behind, int limit) {
        return tx.dsl()
                .fetchCount(tx.dsl()
                        .selectOne()
                        .from(NOTICE)
                        .join(REQUEST)
                        .on(REQUEST.NUMBER.eq(NOTICE.NUMBER))
                        .where(theirs(whose, assigned).and(NOTICE.ID.gt(behind)))
                        .limit(limit));
    }

    private static Condition theirs(Whose whose, String assigned) {
        Condition has = REQUEST.ASSIGNEE.in(whose.has());
        Condition uncovered = REQUEST.ASSIGNEE.in(whose.nobody());
        Condition own = REQUEST.INSTITUTION.eq(whose.institution());
        Condition nobody = REQUEST.ASSIGNEE.isNull().or(uncovered).and(own);
        Condition heard = whose.everyUncovered() ? has.or(nobody).or(uncovered) : has.or(nobody);
        return RequestStore.isQuietAndKnown(whose.reader())
                .or(heard.and(RequestStore.isNotQuiet()))
                .and(NOTICE.BY.ne(whose.label()))
                .and(NOTICE.EVENT.ne(assigned).or(has));
    }

    /// Up to which notice the officer has read; 0 if they never did.
    public long readUpTo(Tx tx, String officer) {
        Long upTo = tx.dsl()
                .select(NOTICE_READ.UP_TO)
                .from(NOTICE_READ)
                .where(NOTICE_READ.OFFICER.eq(officer))
                .fetchOne(NOTICE_READ.UP_TO);
        return upTo == null ? 0 : upTo;
    }

    public void read(Tx tx, String officer, long upTo) {
        tx.dsl()
                .insertInto(NOTICE_READ)
                .set(NOTICE_READ.OFFICER, officer)
                .set(NOTICE_READ.UP_TO, upTo)
                .onConflict(NOTICE_READ.OFFICER)
                .doUpdate()
                .set(NOTICE_READ.UP_TO, upTo)
                .where(NOTICE_READ.UP_TO.lt(upTo))
                .execute();
    }

    /// Up to which notice an officer was told by e-mail, and when.
    public record Mailed(long upTo, Instant at) {}

    public Mailed mailed(Tx tx, String officer) {
        return tx.dsl()
                .selectFrom(NOTICE_MAILED)
                .where(NOTICE_MAILED.OFFICER.eq(officer))
                .fetchOptional(row -> new Mailed(row.get(NOTICE_MAILED.UP_TO), row.get(NOTICE_MAILED.AT)))
                .orElse(new Mailed(0, Instant.EPOCH));
    }

    public void mailed(Tx tx, String officer, Mailed mailed) {
        tx.dsl()
                .insertInto(NOTICE_MAILED)
                .set(NOTICE_MAILED.OFFICER, officer)
                .set(NOTICE_MAILED.UP_TO, mailed.upTo())
                .set(NOTICE_MAILED.AT, mailed.at())
                .onConflict(NOTICE_MAILED.OFFICER)
                .doUpdate()
                .set(NOTICE_MAILED.UP_TO, mailed.upTo())
                .set(NOTICE_MAILED.AT, mailed.at())
                .execute();
    }

    /// @return how many were older
    public int forgetBefore(Tx tx, Instant moment) {
        return tx.dsl().deleteFrom(NOTICE).where(NOTICE.AT.lt(moment)).execute();
    }
}
