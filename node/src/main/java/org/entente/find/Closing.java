package org.entente.find;

import java.util.List;
import org.entente.exchange.ExchangeCode;
import org.entente.exchange.SignedFrame;
import org.entente.find.store.QueryStore;
import org.entente.find.store.QueryStore.Asked;
import org.entente.find.store.QueryStore.FoundLabel;
import org.entente.kernel.Bytes;
import org.entente.kernel.Code;
import org.entente.kernel.EntenteException;
import org.entente.prove.Leaf;
import org.jspecify.annotations.Nullable;

/// Sends a recorded query and gives it its one end. Every signed answer leaves its EXCHANGE leaf, whatever it is worth;
/// what is not signed leaves none, on either node.
final class Closing {
    private final Parts parts;
    private final QueryStore store = new QueryStore();

    Closing(Parts parts) {
        this.parts = parts;
    }

    /// One call. The answer is authentic, and no more is known of it.
    ///
    /// @throws EntenteException FIND_ANSWER_REFUSED and the query is closed; FIND_PEER_AWAY, or a fault of this
    ///     node, and it stays open
    EvaluationAnswer send(Asked asked, Bytes frame) {
        try {
            Bytes answer = parts.link().call(asked.agreement(), EvaluationRequest.OPERATION, frame);
            return EvaluationAnswer.open(parts.link(), asked.agreement(), SignedFrame.hash(frame), answer);
        } catch (EntenteException failed) {
            if (mayPass(failed.code())) {
                throw failed;
            }
            close(asked, FindCode.FIND_ANSWER_REFUSED.name());
            throw failed.code() == FindCode.FIND_ANSWER_REFUSED
                    ? failed
                    : new EntenteException(
                            FindCode.FIND_ANSWER_REFUSED, failed, failed.code().name());
        }
    }

    /// No word of the peer's about this query: the next try may have one.
    private static boolean mayPass(Code code) {
        return switch (code.kind()) {
            case OURS, STORAGE -> true;
            case CALLER, LAW, PEER -> code == FindCode.FIND_PEER_AWAY || code == ExchangeCode.PEER_UNKNOWN;
        };
    }

    /// The peer said no.
    void refused(Asked asked, Bytes frame, EvaluationAnswer.Refused answer) {
        close(asked, frame, answer.hash(), answer.code(), answer.code(), List.of());
    }

    /// An answer under another key than the accepted one: a leaf all the same.
    void worthless(Asked asked, Bytes frame, EvaluationAnswer.Evaluated answer) {
        String outcome = EvaluationAnswer.EVALUATED;
        close(asked, frame, answer.hash(), outcome, FindCode.FIND_ANSWER_REFUSED.name(), List.of());
    }

    /// Nothing is left that would open the answer.
    void lost(Asked asked, Bytes frame, EvaluationAnswer answer) {
        switch (answer) {
            case EvaluationAnswer.Refused refused -> refused(asked, frame, refused);
            case EvaluationAnswer.Evaluated evaluated -> {
                String outcome = EvaluationAnswer.EVALUATED;
                close(asked, frame, evaluated.hash(), outcome, FindCode.FIND_ANSWER_LOST.name(), List.of());
            }
        }
    }

    void found(Asked asked, Bytes frame, EvaluationAnswer.Evaluated answer, List<FoundLabel> labels) {
        close(asked, frame, answer.hash(), EvaluationAnswer.EVALUATED, null, labels);
    }

    private void close(
            Asked asked,
            Bytes frame,
            Bytes answerHash,
            String outcome,
            @Nullable String refusal,
            List<FoundLabel> labels) {
        parts.transactions().run(tx -> {
            if (!store.settle(tx, asked.id(), refusal, labels, parts.clock().instant())) {
                return;
            }
            FindLeaves.Batch batch = new FindLeaves.Batch(
                    asked.agreement(),
                    asked.setId(),
                    asked.number(),
                    asked.institution(),
                    asked.keyType(),
                    asked.purpose(),
                    asked.basis(),
                    asked.paddedCount(),
                    outcome,
                    SignedFrame.hash(frame),
                    answerHash);
            parts.ledger()
                    .request(
                            tx,
                            FindLeaves.batch(Leaf.Direction.SENT, parts.link().peer(asked.agreement()), batch));
            long hitCount = labels.stream().map(FoundLabel::position).distinct().count();
            parts.ledger().request(tx, FindLeaves.settled(asked, refusal, hitCount));
        });
    }

    /// Without an authentic answer there is nothing to name in the EXCHANGE log.
    private void close(Asked asked, String refusal) {
        parts.transactions().run(tx -> {
            if (store.settle(tx, asked.id(), refusal, List.of(), parts.clock().instant())) {
                parts.ledger().request(tx, FindLeaves.settled(asked, refusal, 0));
            }
        });
    }
}
