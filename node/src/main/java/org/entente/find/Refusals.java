package org.entente.find;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.entente.db.Tx;
import org.entente.exchange.SignedFrame;
import org.entente.find.store.RefusalStore;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.prove.Leaf;

/// The holder's signed "no". It is given once for the same bytes, leaves its leaf in both logs, and only so many are
/// given on a day, so that a peer can fill neither.
final class Refusals {
    private final Parts parts;
    private final RefusalStore store = new RefusalStore();

    Refusals(Parts parts) {
        this.parts = parts;
    }

    Optional<Bytes> given(Tx tx, AgreementId agreement, Bytes requestHash) {
        return store.answer(tx, agreement, requestHash);
    }

    /// @param keyType empty where the set is unknown
    /// @param countedCount elements that stay counted against the quota
    /// @throws EntenteException FIND_REFUSALS_SPENT: nothing is signed and nothing recorded
    Bytes give(
            Tx tx,
            EvaluationRequest request,
            Bytes requestHash,
            String keyType,
            FindCode code,
            int countedCount,
            LocalDate day) {
        AgreementId agreement = request.agreement();
        Bytes answer = EvaluationAnswer.signRefusal(parts.link(), agreement, requestHash, code);
        if (!store.add(tx, agreement, requestHash, code.name(), day, answer)) {
            return store.answer(tx, agreement, requestHash).orElseThrow();
        }
        OptionalInt count = store.count(tx, agreement, day, Limits.REFUSALS_PER_DAY);
        if (count.isEmpty()) {
            throw new EntenteException(FindCode.FIND_REFUSALS_SPENT);
        }
        FindLeaves.Batch batch = request.batch(keyType, code.name(), requestHash, SignedFrame.hash(answer));
        parts.ledger()
                .request(
                        tx,
                        FindLeaves.batch(Leaf.Direction.RECEIVED, parts.link().peer(agreement), batch));
        parts.ledger().request(tx, FindLeaves.refusal(batch, countedCount));
        if (count.getAsInt() == Limits.REFUSALS_PER_DAY) {
            parts.ledger()
                    .request(
                            tx,
                            FindLeaves.duty(
                                    agreement,
                                    "find.refusals-spent",
                                    "day",
                                    day.toString(),
                                    "refusal-count",
                                    Integer.toString(count.getAsInt())));
        }
        return answer;
    }
}
