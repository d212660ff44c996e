package org.entente.release.store;

import static org.entente.release.store.generated.Tables.CHALLENGE;
import static org.entente.release.store.generated.Tables.CHALLENGE_REACH;
import static org.entente.release.store.generated.Tables.SENT;
import static org.entente.release.store.generated.Tables.SENT_ITEM;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.entente.db.Tx;
import org.entente.kernel.AgreementId;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Party;
import org.entente.release.Challenge;
import org.entente.release.ChallengeAnswer;
import org.entente.release.ChallengeEnding;
import org.entente.release.ChallengeFile;
import org.entente.release.ChallengeId;
import org.entente.release.ChallengeReach;
import org.entente.release.ReleaseId;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Tables `challenge` and `challenge_reach`.
public final class ChallengeStore {
    /// A line, counted from 1, of a release that holds a challenged statement.
    public record Holding(ChallengeId challenge, ReleaseId release, int position) {}

    /// A word about a challenge that this side sent.
    public record Word(AgreementId agreement, ChallengeId challenge, ReleaseId release, String envelope) {}

    public void insert(Tx tx, ChallengeFile file, Instant alarm) {
        Challenge challenge = file.challenge();
        CaseNumber caseNumber = file.caseNumber();
        tx.dsl()
                .insertInto(CHALLENGE)
                .set(CHALLENGE.CHALLENGE_, challenge.id().hex())
                .set(CHALLENGE.AGREEMENT, challenge.agreement().value())
                .set(CHALLENGE.BROUGHT_BY, challenge.broughtBy().name())
                .set(CHALLENGE.REPRESENTATIVE, challenge.representative())
                .set(CHALLENGE.REFERENCE, challenge.reference())
                .set(CHALLENGE.GROUND, challenge.ground().name())
                .set(CHALLENGE.GROUNDS_TEXT, challenge.text())
                .set(CHALLENGE.RECEIVED_ON, challenge.receivedOn())
                .set(CHALLENGE.LODGED_BY, challenge.lodgedBy().value())
                .set(CHALLENGE.LODGED_AT, challenge.lodged())
                .set(CHALLENGE.DEADLINE, challenge.deadline())
                .set(CHALLENGE.CASE_NUMBER, caseNumber == null ? null : caseNumber.value())
                .set(CHALLENGE.OFFICER, file.officer())
                .set(CHALLENGE.OURS_TO_ANSWER, file.oursToAnswer())
                .set(CHALLENGE.ALARM_AT, alarm)
                .execute();
        file.reaches().forEach(reach -> reach(tx, challenge.id(), reach));
    }

    public void reach(Tx tx, ChallengeId challenge, ChallengeReach reach) {
        tx.dsl()
                .insertInto(CHALLENGE_REACH)
                .set(CHALLENGE_REACH.CHALLENGE, challenge.hex())
                .set(CHALLENGE_REACH.RELEASE, reach.release().hex())
                .set(CHALLENGE_REACH.POSITIONS, reach.positions().toArray(Integer[]::new))
                .set(CHALLENGE_REACH.TOLD_ENVELOPE, reach.toldHex())
                .set(CHALLENGE_REACH.ARRIVED_AT, reach.arrived())
                .execute();
        tx.dsl()
                .update(CHALLENGE)
                .setNull(CHALLENGE.ENDED_AT)
                .where(CHALLENGE.CHALLENGE_.eq(challenge.hex()), CHALLENGE.ENDED_AT.isNotNull())
                .execute();
    }

    public Optional<ChallengeFile> find(Tx tx, ChallengeId id) {
        return ChallengeRows.read(tx, CHALLENGE.CHALLENGE_.eq(id.hex()), 1).stream()
                .findFirst();
    }

    /// As [#find], locked until the transaction ends.
    public Optional<ChallengeFile> findForUpdate(Tx tx, ChallengeId id) {
        boolean isThere = tx.dsl()
                .selectFrom(CHALLENGE)
                .where(CHALLENGE.CHALLENGE_.eq(id.hex()))
                .forUpdate()
                .fetch()
                .isNotEmpty();
        return isThere ? find(tx, id) : Optional.empty();
    }

    /// All of one release; open ones first, by deadline.
    public List<ChallengeFile> of(Tx tx, ReleaseId release, int countMax) {
        return ChallengeRows.read(tx, reaches(release, DSL.trueCondition()), countMax);
    }

    /// Open ones first, by deadline.
    public List<ChallengeFile> list(Tx tx, int countMax) {
        return ChallengeRows.read(tx, DSL.trueCondition(), countMax);
    }

    /// Those of one release that were not answered at their deadline and still are not.
    public List<ChallengeFile> suspending(Tx tx, ReleaseId release, Instant now, int countMax) {
        return ChallengeRows.read(tx, isDue(now).and(reaches(release, CHALLENGE_REACH.ENDING.isNull())), countMax);
    }

    /// Of one release, lodged by institutions of one party.
    public long openCount(Tx tx, ReleaseId release, Party lodgedBy) {
        return tx
                .dsl()
                .select(CHALLENGE.LODGED_BY)
                .from(CHALLENGE)
                .join(CHALLENGE_REACH)
                .on(CHALLENGE_REACH.CHALLENGE.eq(CHALLENGE.CHALLENGE_))
                .where(CHALLENGE_REACH.RELEASE.eq(release.hex()), CHALLENGE_REACH.ENDING.isNull())
                .fetch(row -> new InstitutionId(row.value1()).party())
                .stream()
                .filter(lodgedBy::equals)
                .count();
    }

    /// Whether one of these own statements is under a challenge that was not answered at its deadline.
    public boolean isSuspended(Tx tx, Collection<String> statements, Instant now, @Nullable ChallengeId except) {
        return tx.dsl()
                .fetchExists(DSL.selectOne()
                        .from(CHALLENGE)
                        .join(CHALLENGE_REACH)
                        .on(CHALLENGE_REACH.CHALLENGE.eq(CHALLENGE.CHALLENGE_))
                        .join(SENT_ITEM)
                        .on(SENT_ITEM.RELEASE.eq(CHALLENGE_REACH.RELEASE), isCovered(SENT_ITEM.POSITION))
                        .where(
                                CHALLENGE_REACH.ENDING.isNull(),
                                isDue(now),
                                except == null ? DSL.trueCondition() : CHALLENGE.CHALLENGE_.ne(except.hex()),
                                SENT_ITEM.STATEMENT.in(statements)));
    }

    /// Whether one of these own statements was corrected or deleted after a challenge. One that a corrected release of
    /// that challenge kept as it was is none of them.
    public boolean isUpheld(Tx tx, Collection<String> statements, @Nullable ChallengeId except) {
        var corrected = CHALLENGE_REACH.as("corrected");
        var kept = SENT_ITEM.as("kept");
        return tx.dsl()
                .fetchExists(DSL.selectOne()
                        .from(CHALLENGE_REACH)
                        .join(SENT_ITEM)
                        .on(SENT_ITEM.RELEASE.eq(CHALLENGE_REACH.RELEASE), isCovered(SENT_ITEM.POSITION))
                        .where(
                                CHALLENGE_REACH.ENDING.in(
                                        ChallengeEnding.CORRECTED.name(), ChallengeEnding.DELETED.name()),
                                except == null ? DSL.trueCondition() : CHALLENGE_REACH.CHALLENGE.ne(except.hex()),
                                SENT_ITEM.STATEMENT.in(statements),
                                DSL.notExists(DSL.selectOne()
                                        .from(corrected)
                                        .join(kept)
                                        .on(kept.RELEASE.eq(corrected.CORRECTED))
                                        .where(
                                                corrected.CHALLENGE.eq(CHALLENGE_REACH.CHALLENGE),
                                                kept.STATEMENT.eq(SENT_ITEM.STATEMENT)))));
    }

    /// Lines of living own releases that hold a statement of an open challenge which has not reached them.
    ///
    /// @param only null: of every challenge
    public List<Holding> unreached(Tx tx, @Nullable ChallengeId only, int countMax) {
        var other = SENT_ITEM.as("other");
        var had = CHALLENGE_REACH.as("had");
        return tx.dsl()
                .selectDistinct(CHALLENGE.CHALLENGE_, other.RELEASE, other.POSITION)
                .from(CHALLENGE)
                .join(CHALLENGE_REACH)
                .on(CHALLENGE_REACH.CHALLENGE.eq(CHALLENGE.CHALLENGE_))
                .join(SENT_ITEM)
                .on(SENT_ITEM.RELEASE.eq(CHALLENGE_REACH.RELEASE), isCovered(SENT_ITEM.POSITION))
                .join(other)
                .on(other.STATEMENT.eq(SENT_ITEM.STATEMENT))
                .join(SENT)
                .on(SENT.RELEASE.eq(other.RELEASE))
                .where(
                        CHALLENGE.ENDED_AT.isNull(),
                        CHALLENGE.OURS_TO_ANSWER.isTrue(),
                        only == null ? DSL.trueCondition() : CHALLENGE.CHALLENGE_.eq(only.hex()),
                        SENT.AGREEMENT.eq(CHALLENGE.AGREEMENT),
                        SENT.RECALL_ORDERED_AT.isNull(),
                        SENT.DESTROYED_AT.isNull(),
                        DSL.notExists(DSL.selectOne()
                                .from(had)
                                .where(had.CHALLENGE.eq(CHALLENGE.CHALLENGE_), had.RELEASE.eq(other.RELEASE))))
                .orderBy(CHALLENGE.CHALLENGE_, other.RELEASE, other.POSITION)
                .limit(countMax)
                .fetch(row ->
                        new Holding(new ChallengeId(row.value1()), new ReleaseId(row.value2()), row.value3() + 1));
    }

    public void answered(Tx tx, ChallengeReach.Answered answered) {
        ChallengeAnswer answer = answered.answer();
        ReleaseId corrected = answer.corrected();
        tx.dsl()
                .update(CHALLENGE_REACH)
                .set(CHALLENGE_REACH.ENDING, answer.ending().name())
                .set(CHALLENGE_REACH.REASONS, answer.reasons())
                .set(CHALLENGE_REACH.CORRECTED, corrected == null ? null : corrected.hex())
                .set(CHALLENGE_REACH.ANSWERED_AT, answer.at())
                .set(CHALLENGE_REACH.ANSWERED_BY, answered.officer())
                .set(CHALLENGE_REACH.ANSWER_ENVELOPE, answered.envelopeHex())
                .set(CHALLENGE_REACH.ANSWER_ARRIVED_AT, answered.arrived())
                .where(
                        CHALLENGE_REACH.CHALLENGE.eq(answer.challenge().hex()),
                        CHALLENGE_REACH.RELEASE.eq(answer.release().hex()),
                        CHALLENGE_REACH.ENDING.isNull())
                .execute();
        tx.dsl()
                .update(CHALLENGE)
                .set(CHALLENGE.ENDED_AT, answer.at())
                .where(
                        CHALLENGE.CHALLENGE_.eq(answer.challenge().hex()),
                        DSL.notExists(DSL.selectOne()
                                .from(CHALLENGE_REACH)
                                .where(
                                        CHALLENGE_REACH.CHALLENGE.eq(CHALLENGE.CHALLENGE_),
                                        CHALLENGE_REACH.ENDING.isNull())))
                .execute();
    }

    /// Words of open challenges of which it is not kept that they are known there or lost.
    public List<Word> onTheirWay(Tx tx, int countMax) {
        return tx.dsl()
                .select(
                        CHALLENGE.AGREEMENT,
                        CHALLENGE.CHALLENGE_,
                        CHALLENGE_REACH.RELEASE,
                        CHALLENGE_REACH.TOLD_ENVELOPE)
                .from(CHALLENGE_REACH)
                .join(CHALLENGE)
                .on(CHALLENGE.CHALLENGE_.eq(CHALLENGE_REACH.CHALLENGE))
                .where(
                        CHALLENGE_REACH.TOLD_ENVELOPE.isNotNull(),
                        CHALLENGE_REACH.TOLD_KNOWN_AT.isNull(),
                        CHALLENGE_REACH.TOLD_LOST_AT.isNull(),
                        CHALLENGE_REACH.ENDING.isNull())
                .orderBy(CHALLENGE_REACH.ORDINAL)
                .limit(countMax)
                .fetch(row -> new Word(
                        new AgreementId(row.value1()),
                        new ChallengeId(row.value2()),
                        new ReleaseId(row.value3()),
                        row.value4()));
    }

    public void known(Tx tx, Word word, Instant at) {
        mark(tx, word, CHALLENGE_REACH.TOLD_KNOWN_AT, at);
    }

    /// @return false if that was kept already
    public boolean lost(Tx tx, Word word, Instant at) {
        return mark(tx, word, CHALLENGE_REACH.TOLD_LOST_AT, at) == 1;
    }

    private static int mark(Tx tx, Word word, Field<Instant> moment, Instant at) {
        return tx.dsl()
                .update(CHALLENGE_REACH)
                .set(moment, at)
                .where(
                        CHALLENGE_REACH.CHALLENGE.eq(word.challenge().hex()),
                        CHALLENGE_REACH.RELEASE.eq(word.release().hex()),
                        CHALLENGE_REACH.TOLD_ENVELOPE.eq(word.envelope()),
                        moment.isNull())
                .execute();
    }

    /// The new moments of a challenge whose word to the owner is sent again. What it suspended stays suspended.
    public void lodgedAgain(Tx tx, Challenge renewed, Instant alarm) {
        tx.dsl()
                .update(CHALLENGE)
                .set(CHALLENGE.FIRST_LODGED_AT, DSL.coalesce(CHALLENGE.FIRST_LODGED_AT, CHALLENGE.LODGED_AT))
                .set(
                        CHALLENGE.SUSPENDED_AT,
                        DSL.when(
                                        CHALLENGE.SUSPENDED_AT.isNull().and(CHALLENGE.DEADLINE.le(renewed.lodged())),
                                        CHALLENGE.DEADLINE)
                                .otherwise(CHALLENGE.SUSPENDED_AT))
                .set(CHALLENGE.LODGED_AT, renewed.lodged())
                .set(CHALLENGE.DEADLINE, renewed.deadline())
                .set(CHALLENGE.ALARM_AT, alarm)
                .setNull(CHALLENGE.ALARMED_AT)
                .where(CHALLENGE.CHALLENGE_.eq(renewed.id().hex()))
                .execute();
    }

    public void toldAgain(Tx tx, ChallengeId challenge, ReleaseId release, String told) {
        tx.dsl()
                .update(CHALLENGE_REACH)
                .set(CHALLENGE_REACH.TOLD_ENVELOPE, told)
                .setNull(CHALLENGE_REACH.TOLD_KNOWN_AT)
                .setNull(CHALLENGE_REACH.TOLD_LOST_AT)
                .where(CHALLENGE_REACH.CHALLENGE.eq(challenge.hex()), CHALLENGE_REACH.RELEASE.eq(release.hex()))
                .execute();
    }

    /// Answers that this side sent about one of its releases.
    public List<String> answerWords(Tx tx, ReleaseId release) {
        return tx.dsl()
                .select(CHALLENGE_REACH.ANSWER_ENVELOPE)
                .from(CHALLENGE_REACH)
                .where(CHALLENGE_REACH.RELEASE.eq(release.hex()), CHALLENGE_REACH.ANSWER_ENVELOPE.isNotNull())
                .fetch(CHALLENGE_REACH.ANSWER_ENVELOPE);
    }

    /// Marks and gives those whose alarm is due and was not told.
    public List<ChallengeFile> alarm(Tx tx, Instant now, int countMax) {
        return marked(tx, CHALLENGE.ALARM_AT, CHALLENGE.ALARMED_AT, now, countMax);
    }

    /// Marks and gives those whose deadline passed without an answer and of which that was not told.
    public List<ChallengeFile> suspend(Tx tx, Instant now, int countMax) {
        return marked(tx, CHALLENGE.DEADLINE, CHALLENGE.SUSPENDED_AT, now, countMax);
    }

    private static List<ChallengeFile> marked(
            Tx tx, Field<Instant> dueAt, Field<Instant> toldAt, Instant now, int countMax) {
        List<ChallengeFile> due = ChallengeRows.read(
                tx, CHALLENGE.ENDED_AT.isNull().and(toldAt.isNull()).and(dueAt.le(now)), countMax);
        for (ChallengeFile file : due) {
            tx.dsl()
                    .update(CHALLENGE)
                    .set(toldAt, now)
                    .where(CHALLENGE.CHALLENGE_.eq(file.challenge().id().hex()))
                    .execute();
        }
        return due;
    }

    /// One that was sent again after it had suspended keeps suspending.
    private static Condition isDue(Instant now) {
        return CHALLENGE.DEADLINE.le(now).or(CHALLENGE.SUSPENDED_AT.isNotNull());
    }

    private static Condition reaches(ReleaseId release, Condition how) {
        return DSL.exists(DSL.selectOne()
                .from(CHALLENGE_REACH)
                .where(
                        CHALLENGE_REACH.CHALLENGE.eq(CHALLENGE.CHALLENGE_),
                        CHALLENGE_REACH.RELEASE.eq(release.hex()),
                        how));
    }

    /// `position` is the table's, counted from 0.
    private static Condition isCovered(Field<Integer> position) {
        return DSL.cardinality(CHALLENGE_REACH.POSITIONS)
                .eq(0)
                .or(position.plus(1).eq(DSL.any(CHALLENGE_REACH.POSITIONS)));
    }
}
