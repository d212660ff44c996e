package org.entente.find.store;

import static org.entente.find.store.generated.Tables.EVALUATION;
import static org.entente.find.store.generated.Tables.OWN_SET;
import static org.entente.find.store.generated.Tables.QUOTA_DAY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.entente.db.Tx;
import org.entente.find.Served;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Purpose;
import org.jspecify.annotations.Nullable;

/// Batches evaluated for the peer, and the quota they count against. Stateless.
public final class EvaluationStore {
    /// `answer` is null between reservation and answer, and where the batch was refused.
    public record Batch(Bytes requestHash, @Nullable Bytes answer) {}

    /// False when the number is taken; a concurrent taker is waited for.
    public boolean add(
            Tx tx,
            Bytes setId,
            long number,
            Bytes requestHash,
            InstitutionId institution,
            LegalBasis basis,
            int elementCount,
            Instant received) {
        return tx.dsl()
                        .insertInto(EVALUATION)
                        .set(EVALUATION.SET_ID, setId.toArray())
                        .set(EVALUATION.NUMBER, number)
                        .set(EVALUATION.REQUEST_HASH, requestHash.toArray())
                        .set(EVALUATION.INSTITUTION, institution.value())
                        .set(EVALUATION.BASIS_INSTRUMENT, basis.instrument())
                        .set(EVALUATION.BASIS_ARTICLE, basis.article())
                        .set(EVALUATION.ELEMENT_COUNT, elementCount)
                        .set(EVALUATION.RECEIVED, received)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    public Optional<Batch> batch(Tx tx, Bytes setId, long number) {
        return tx.dsl()
                .select(EVALUATION.REQUEST_HASH, EVALUATION.ANSWER)
                .from(EVALUATION)
                .where(EVALUATION.SET_ID.eq(setId.toArray()))
                .and(EVALUATION.NUMBER.eq(number))
                .fetchOptional()
                .map(row -> new Batch(Bytes.of(row.value1()), bytes(row.value2())));
    }

    /// The number stays taken, by a batch that is not evaluated. False when it was answered already.
    public boolean refuse(Tx tx, Bytes setId, long number, String code) {
        return tx.dsl()
                        .update(EVALUATION)
                        .set(EVALUATION.REFUSAL, code)
                        .where(EVALUATION.SET_ID.eq(setId.toArray()))
                        .and(EVALUATION.NUMBER.eq(number))
                        .and(EVALUATION.ANSWER.isNull())
                        .and(EVALUATION.REFUSAL.isNull())
                        .execute()
                == 1;
    }

    /// False when there is an answer already.
    public boolean answer(Tx tx, Bytes setId, long number, Bytes answer) {
        return tx.dsl()
                        .update(EVALUATION)
                        .set(EVALUATION.ANSWER, answer.toArray())
                        .where(EVALUATION.SET_ID.eq(setId.toArray()))
                        .and(EVALUATION.NUMBER.eq(number))
                        .and(EVALUATION.ANSWER.isNull())
                        .and(EVALUATION.REFUSAL.isNull())
                        .execute()
                == 1;
    }

    /// Counts the elements of a day unless that would go beyond `countMax`; false then, and nothing is counted.
    public boolean reserve(
            Tx tx, AgreementId agreement, String keyType, Purpose purpose, LocalDate day, int count, int countMax) {
        if (count > countMax) {
            return false;
        }
        return tx.dsl()
                        .insertInto(QUOTA_DAY)
                        .set(QUOTA_DAY.AGREEMENT, agreement.value())
                        .set(QUOTA_DAY.KEY_TYPE, keyType)
                        .set(QUOTA_DAY.PURPOSE, purpose.code())
                        .set(QUOTA_DAY.DAY, day)
                        .set(QUOTA_DAY.USED_COUNT, count)
                        .onConflict(QUOTA_DAY.AGREEMENT, QUOTA_DAY.KEY_TYPE, QUOTA_DAY.PURPOSE, QUOTA_DAY.DAY)
                        .doUpdate()
                        .set(QUOTA_DAY.USED_COUNT, QUOTA_DAY.USED_COUNT.plus(count))
                        .where(QUOTA_DAY.USED_COUNT.le(countMax - count))
                        .execute()
                == 1;
    }

    /// Counted batches, newest first.
    public List<Served> served(Tx tx, AgreementId agreement, int countMax) {
        return tx.dsl()
                .select(
                        EVALUATION.RECEIVED,
                        EVALUATION.ELEMENT_COUNT,
                        OWN_SET.KEY_TYPE,
                        OWN_SET.PURPOSE,
                        EVALUATION.INSTITUTION,
                        EVALUATION.BASIS_INSTRUMENT,
                        EVALUATION.BASIS_ARTICLE)
                .from(EVALUATION)
                .join(OWN_SET)
                .on(OWN_SET.SET_ID.eq(EVALUATION.SET_ID))
                .where(OWN_SET.AGREEMENT.eq(agreement.value()))
                .and(EVALUATION.REFUSAL.isNull())
                .orderBy(EVALUATION.RECEIVED.desc(), EVALUATION.NUMBER.desc())
                .limit(countMax)
                .fetch(row -> new Served(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        new Purpose(row.value4()),
                        new InstitutionId(row.value5()),
                        new LegalBasis(row.value6(), row.value7())));
    }

    private static @Nullable Bytes bytes(byte @Nullable [] value) {
        return value == null ? null : Bytes.of(value);
    }
}
