package org.entente.find;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.entente.agreement.Agreement;
import org.entente.agreement.DiscoveryPolicy;
import org.entente.agreement.Fact;
import org.entente.agreement.Institution;
import org.entente.agreement.PartyTerms;
import org.entente.agreement.Question;
import org.entente.blind.BlindException;
import org.entente.blind.Evaluation;
import org.entente.db.Tx;
import org.entente.exchange.SignedFrame;
import org.entente.find.store.EvaluationStore;
import org.entente.find.store.SetStore;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.PeerParty;
import org.entente.prove.Leaf;

/// The holder's side of a batch: judged by our own law, counted against the quota before anything is computed, then
/// evaluated and logged. A batch number is answered once; whoever sends the same bytes again gets the same bytes.
final class Evaluations {
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final Parts parts;
    private final OwnKeys keys;
    private final SetStore sets = new SetStore();
    private final EvaluationStore store = new EvaluationStore();

    Evaluations(Parts parts, OwnKeys keys) {
        this.parts = parts;
        this.keys = keys;
    }

    /// @throws EntenteException FRAME_MALFORMED, FRAME_FORGED, FIND_MESSAGE_MALFORMED; every other "no" is a signed
    /// answer
    Bytes evaluate(PeerParty peer, Bytes frame) {
        SignedFrame opened = EvaluationRequest.open(parts.link(), peer.agreement(), frame);
        EvaluationRequest request = EvaluationRequest.read(opened);
        if (!request.agreement().equals(peer.agreement())
                || !request.from().party().equals(peer.party())) {
            throw Announcement.malformed("audience");
        }
        return switch (parts.transactions().in(tx -> reserve(tx, request, opened.hash()))) {
            case Standing.Answered answered -> answered.answer();
            case Standing.Refused refused -> refusal(request, opened, refused.code());
            case Standing.Reserved reserved -> settle(peer, request, opened.hash(), answer(reserved, request, opened));
        };
    }

    /// Where a batch stands once it was looked at.
    private sealed interface Standing {
        record Answered(Bytes answer) implements Standing {}

        record Refused(FindCode code) implements Standing {}

        /// Counted, and now to be computed.
        record Reserved(Announcement set) implements Standing {}
    }

    private Standing reserve(Tx tx, EvaluationRequest request, Bytes requestHash) {
        Optional<SetStore.OwnSet> own = sets.own(tx, request.setId())
                .filter(set -> set.set().agreement().equals(request.agreement()))
                .filter(set -> set.set().purpose().equals(request.purpose()));
        if (own.isEmpty() || own.get().destroyed() != null) {
            return refused(tx, request, FindCode.FIND_KEY_UNKNOWN, requestHash);
        }
        if (own.get().accepted() == null) {
            return refused(tx, request, FindCode.FIND_KEY_NOT_ACCEPTED, requestHash);
        }
        Announcement set = SetRows.announcement(own.get().set());
        Instant now = parts.clock().instant();
        boolean added = store.add(
                tx,
                request.setId(),
                request.number(),
                requestHash,
                request.from(),
                request.basis(),
                request.elements().count(),
                now);
        return added ? count(tx, request, requestHash, set, now) : repeated(tx, request, requestHash, set);
    }

    private Standing repeated(Tx tx, EvaluationRequest request, Bytes requestHash, Announcement set) {
        EvaluationStore.Batch batch =
                store.batch(tx, request.setId(), request.number()).orElseThrow();
        if (!batch.requestHash().equals(requestHash)) {
            return refused(tx, request, FindCode.FIND_BATCH_CONFLICT, requestHash);
        }
        Bytes answer = batch.answer();
        return answer == null ? new Standing.Reserved(set) : new Standing.Answered(answer);
    }

    private Standing count(Tx tx, EvaluationRequest request, Bytes requestHash, Announcement set, Instant now) {
        Agreement agreement = parts.agreements().current(request.agreement());
        LocalDate day = LocalDate.ofInstant(now, own(agreement).zone());
        FindCode refusal = null;
        if (!isPermitted(agreement, request, day) || isOffTime(request, now)) {
            refusal = FindCode.FIND_NOT_PERMITTED;
        } else if (!store.reserve(
                tx,
                request.agreement(),
                set.keyType(),
                set.purpose(),
                day,
                request.elements().count(),
                quota(agreement, set))) {
            refusal = FindCode.FIND_QUOTA_SPENT;
        }
        if (refusal == null) {
            return new Standing.Reserved(set);
        }
        store.remove(tx, request.setId(), request.number());
        return refused(tx, request, refusal, requestHash);
    }

    /// The asker's signature under its request states that there is a case; which one, it does not say.
    private static boolean isPermitted(Agreement agreement, EvaluationRequest request, LocalDate day) {
        Question question = new Question(
                Publisher.MEASURE,
                Map.of(
                        "case.named", Fact.YES,
                        "purpose", Fact.choice(request.purpose().code()),
                        "basis.instrument", Fact.choice(request.basis().instrument())));
        boolean competent = agreement
                .institution(request.from())
                .map((Institution one) -> one.isCompetentFor(Publisher.MEASURE))
                .orElse(false);
        boolean known = agreement.fact("basis.instrument").stream()
                .anyMatch(term -> term.parse(request.basis().instrument()).isPresent());
        return competent && known && agreement.rule(question, day).allows();
    }

    /// A request from another time was not made for this batch.
    private static boolean isOffTime(EvaluationRequest request, Instant now) {
        return Duration.between(request.created(), now).abs().compareTo(CLOCK_SKEW) > 0;
    }

    private static int quota(Agreement agreement, Announcement set) {
        return agreement
                .discovery()
                .keyType(set.keyType())
                .map((DiscoveryPolicy.KeyType type) -> type.elementsPerDay(set.purpose()))
                .orElse(0);
    }

    private PartyTerms own(Agreement agreement) {
        return agreement.text().parties().stream()
                .filter(terms -> terms.party().equals(parts.link().own()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "the pack does not name " + parts.link().own()));
    }

    private Standing refused(Tx tx, EvaluationRequest request, FindCode code, Bytes requestHash) {
        parts.ledger().request(tx, FindLeaves.refusal(request, code, requestHash));
        return new Standing.Refused(code);
    }

    private Bytes answer(Standing.Reserved reserved, EvaluationRequest request, SignedFrame frame) {
        try {
            Evaluation evaluation = keys.of(reserved.set()).blindEvaluate(request.elements());
            return EvaluationAnswer.sign(parts.link(), request.agreement(), frame.hash(), evaluation);
        } catch (BlindException notAnElement) {
            return switch (notAnElement.code()) {
                case ELEMENT_REFUSED -> refusal(request, frame, FindCode.FIND_MESSAGE_MALFORMED);
                case CLOSED -> refusal(request, frame, FindCode.FIND_KEY_UNKNOWN);
                case LIBRARY_NOT_FOUND,
                        LIBRARY_REFUSED,
                        SIZE_REFUSED,
                        TEXT_REFUSED,
                        DERIVATION_FAILED,
                        TAG_REPEATED,
                        TAG_SET_REFUSED -> throw notAnElement;
            };
        }
    }

    private Bytes refusal(EvaluationRequest request, SignedFrame frame, FindCode code) {
        return EvaluationAnswer.signRefusal(parts.link(), request.agreement(), frame.hash(), code);
    }

    /// If another call with the same bytes was faster, its answer stands.
    private Bytes settle(PeerParty peer, EvaluationRequest request, Bytes requestHash, Bytes answer) {
        return parts.transactions().in(tx -> {
            if (!store.answer(tx, request.setId(), request.number(), answer)) {
                return store.batch(tx, request.setId(), request.number())
                        .map(EvaluationStore.Batch::answer)
                        .orElse(answer);
            }
            String keyType = sets.own(tx, request.setId()).orElseThrow().set().keyType();
            Bytes answerHash = SignedFrame.hash(answer);
            Leaf.Exchange leaf =
                    FindLeaves.batch(Leaf.Direction.RECEIVED, peer.party(), request, keyType, requestHash, answerHash);
            parts.ledger().request(tx, leaf);
            return answer;
        });
    }
}
