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
import org.entente.blind.PrfKey;
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
    private final Parts parts;
    private final OwnKeys keys;
    private final Refusals refusals;
    private final SetStore sets = new SetStore();
    private final EvaluationStore store = new EvaluationStore();

    Evaluations(Parts parts, OwnKeys keys) {
        this.parts = parts;
        this.keys = keys;
        this.refusals = new Refusals(parts);
    }

    /// @throws EntenteException FRAME_MALFORMED, FRAME_FORGED, FIND_MESSAGE_MALFORMED, FIND_REFUSALS_SPENT; every
    ///     other "no" is a signed answer
    Bytes evaluate(PeerParty peer, Bytes frame) {
        SignedFrame opened = EvaluationRequest.open(parts.link(), peer.agreement(), frame);
        EvaluationRequest request = EvaluationRequest.read(opened);
        if (!request.agreement().equals(peer.agreement())
                || !request.from().party().equals(peer.party())) {
            throw Announcement.malformed("audience");
        }
        return switch (parts.transactions().in(tx -> reserve(tx, request, opened.hash()))) {
            case Standing.Answered answered -> answered.answer();
            case Standing.Reserved reserved -> answer(reserved.set(), request, opened.hash());
        };
    }

    /// Where a batch stands once it was looked at.
    private sealed interface Standing {
        /// Now or before, by an evaluation or a refusal.
        record Answered(Bytes answer) implements Standing {}

        /// Counted, and now to be computed.
        record Reserved(Announcement set) implements Standing {}
    }

    private Standing reserve(Tx tx, EvaluationRequest request, Bytes requestHash) {
        Optional<Bytes> before = answered(tx, request, requestHash);
        if (before.isPresent()) {
            return new Standing.Answered(before.get());
        }
        Optional<SetStore.OwnSet> own = sets.own(tx, request.setId())
                .filter(set -> set.set().agreement().equals(request.agreement()))
                .filter(set -> set.set().purpose().equals(request.purpose()));
        if (own.isEmpty() || own.get().destroyed() != null) {
            String keyType = own.map(set -> set.set().keyType()).orElse("");
            return refused(tx, request, requestHash, keyType, FindCode.FIND_KEY_UNKNOWN);
        }
        Announcement set = SetRows.announcement(own.get().set());
        if (own.get().accepted() == null) {
            return refused(tx, request, requestHash, set.keyType(), FindCode.FIND_KEY_NOT_ACCEPTED);
        }
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

    /// The one answer these bytes ever get, if they have it already.
    private Optional<Bytes> answered(Tx tx, EvaluationRequest request, Bytes requestHash) {
        return refusals.given(tx, request.agreement(), requestHash)
                .or(() -> store.batch(tx, request.setId(), request.number())
                        .filter(batch -> batch.requestHash().equals(requestHash))
                        .map(EvaluationStore.Batch::answer));
    }

    /// The number is taken: by the same bytes whose answer is still to come, or by others.
    private Standing repeated(Tx tx, EvaluationRequest request, Bytes requestHash, Announcement set) {
        EvaluationStore.Batch batch =
                store.batch(tx, request.setId(), request.number()).orElseThrow();
        if (!batch.requestHash().equals(requestHash)) {
            return refused(tx, request, requestHash, set.keyType(), FindCode.FIND_BATCH_CONFLICT);
        }
        return answered(tx, request, requestHash)
                .<Standing>map(Standing.Answered::new)
                .orElseGet(() -> new Standing.Reserved(set));
    }

    private Standing count(Tx tx, EvaluationRequest request, Bytes requestHash, Announcement set, Instant now) {
        Agreement agreement = parts.agreements().current(request.agreement());
        LocalDate day = LocalDate.ofInstant(now, own(agreement).zone());
        FindCode refusal = null;
        if (isOffTime(request, now)) {
            refusal = FindCode.FIND_OFF_TIME;
        } else if (!isPermitted(agreement, request, day)) {
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
        store.refuse(tx, request.setId(), request.number(), refusal.name());
        return refused(tx, request, requestHash, set.keyType(), refusal);
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
        return competent
                && known
                && agreement.isInvocable(Publisher.MEASURE, request.basis())
                && agreement.rule(question, day).allows();
    }

    /// A request from another time was not made for this batch.
    private static boolean isOffTime(EvaluationRequest request, Instant now) {
        return Duration.between(request.created(), now).abs().compareTo(Limits.CLOCK_SKEW) > 0;
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

    private Standing refused(Tx tx, EvaluationRequest request, Bytes requestHash, String keyType, FindCode code) {
        return new Standing.Answered(refusals.give(tx, request, requestHash, keyType, code, 0, today(request)));
    }

    private LocalDate today(EvaluationRequest request) {
        PartyTerms terms = own(parts.agreements().current(request.agreement()));
        return LocalDate.ofInstant(parts.clock().instant(), terms.zone());
    }

    private Bytes answer(Announcement set, EvaluationRequest request, Bytes requestHash) {
        Optional<PrfKey> key = keys.of(set);
        if (key.isEmpty()) {
            return settleRefused(request, requestHash, set, FindCode.FIND_KEY_UNKNOWN);
        }
        try {
            Evaluation evaluation = key.get().blindEvaluate(request.elements());
            Bytes answer = EvaluationAnswer.sign(parts.link(), request.agreement(), requestHash, evaluation);
            return settle(request, requestHash, set, answer);
        } catch (BlindException notAnElement) {
            return switch (notAnElement.code()) {
                case ELEMENT_REFUSED -> settleRefused(request, requestHash, set, FindCode.FIND_MESSAGE_MALFORMED);
                // Destroyed while we computed.
                case CLOSED -> settleRefused(request, requestHash, set, FindCode.FIND_KEY_UNKNOWN);
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

    /// If another call with the same bytes was faster, its answer stands.
    private Bytes settle(EvaluationRequest request, Bytes requestHash, Announcement set, Bytes answer) {
        return parts.transactions().in(tx -> {
            if (!store.answer(tx, request.setId(), request.number(), answer)) {
                return answered(tx, request, requestHash).orElseThrow();
            }
            FindLeaves.Batch batch =
                    request.batch(set.keyType(), EvaluationAnswer.EVALUATED, requestHash, SignedFrame.hash(answer));
            Leaf.Exchange leaf =
                    FindLeaves.batch(Leaf.Direction.RECEIVED, parts.link().peer(request.agreement()), batch);
            parts.ledger().request(tx, leaf);
            return answer;
        });
    }

    /// Counted, and refused all the same: the elements are not given back.
    private Bytes settleRefused(EvaluationRequest request, Bytes requestHash, Announcement set, FindCode code) {
        return parts.transactions().in(tx -> {
            if (!store.refuse(tx, request.setId(), request.number(), code.name())) {
                return answered(tx, request, requestHash).orElseThrow();
            }
            int countedCount = request.elements().count();
            return refusals.give(tx, request, requestHash, set.keyType(), code, countedCount, today(request));
        });
    }
}
