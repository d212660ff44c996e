package org.entente.find.store;

import static org.entente.find.store.generated.Tables.REFUSAL;
import static org.entente.find.store.generated.Tables.REFUSAL_DAY;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.entente.db.Tx;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;

/// Refusals this node signed, each once. Stateless.
public final class RefusalStore {
    /// The signed answer to these very bytes, if they were refused.
    public Optional<Bytes> answer(Tx tx, AgreementId agreement, Bytes requestHash) {
        return tx.dsl()
                .select(REFUSAL.ANSWER)
                .from(REFUSAL)
                .where(REFUSAL.AGREEMENT.eq(agreement.value()))
                .and(REFUSAL.REQUEST_HASH.eq(requestHash.toArray()))
                .fetchOptional(row -> Bytes.of(row.value1()));
    }

    /// False when these bytes were refused before; a concurrent refusal of them is waited for.
    public boolean add(Tx tx, AgreementId agreement, Bytes requestHash, String code, LocalDate day, Bytes answer) {
        return tx.dsl()
                        .insertInto(REFUSAL)
                        .set(REFUSAL.AGREEMENT, agreement.value())
                        .set(REFUSAL.REQUEST_HASH, requestHash.toArray())
                        .set(REFUSAL.CODE, code)
                        .set(REFUSAL.DAY, day)
                        .set(REFUSAL.ANSWER, answer.toArray())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /// Counts one refusal more on a day and gives their number; empty, and nothing is counted, at `countMax`.
    public OptionalInt count(Tx tx, AgreementId agreement, LocalDate day, int countMax) {
        return tx
                .dsl()
                .insertInto(REFUSAL_DAY)
                .set(REFUSAL_DAY.AGREEMENT, agreement.value())
                .set(REFUSAL_DAY.DAY, day)
                .set(REFUSAL_DAY.GIVEN_COUNT, 1)
                .onConflict(REFUSAL_DAY.AGREEMENT, REFUSAL_DAY.DAY)
                .doUpdate()
                .set(REFUSAL_DAY.GIVEN_COUNT, REFUSAL_DAY.GIVEN_COUNT.plus(1))
                .where(REFUSAL_DAY.GIVEN_COUNT.lt(countMax))
                .returningResult(REFUSAL_DAY.GIVEN_COUNT)
                .fetch(row -> row.value1())
                .stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }
}
