package org.entente.release;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.db.Tx;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.kernel.UnfitValueException;
import org.entente.release.store.ChallengeStore;
import org.entente.release.store.SentStore;
import org.jspecify.annotations.Nullable;

/// The owner's answer: one word to each institution that has the challenged statements, in one transaction.
final class ChallengeEnder {
    private final Surroundings around;
    private final SentStore sentReleases;
    private final ChallengeStore challenges;
    private final ChallengePost post;
    private final Sealer sealer;

    ChallengeEnder(
            Surroundings around, SentStore sentReleases, ChallengeStore challenges, ChallengePost post, Sealer sealer) {
        this.around = around;
        this.sentReleases = sentReleases;
        this.challenges = challenges;
        this.post = post;
        this.sealer = sealer;
    }

    ChallengeAnswering answer(Officer officer, ChallengeId id, ChallengeAnswerOrder order) {
        List<Corrections.Target> targets = around.transactions().in(tx -> targets(tx, officer, id));
        if (order.ending() != ChallengeEnding.CORRECTED) {
            return put(officer, id, order, targets, Map.of());
        }
        Map<ReleaseId, Sealer.Draft> drafts = new HashMap<>();
        try {
            for (Corrections.Target target : targets) {
                if (target.isAlive()) {
                    Sealer.Drafting drafting = draft(officer, id, order, targets.getFirst(), target);
                    SealRefusal refusal = drafting.refusal();
                    Sealer.Draft draft = drafting.draft();
                    if (draft == null) {
                        Sealing.Refused refused = sealer.refused(
                                officer,
                                target.sent().agreement(),
                                target.sent().terms().to(),
                                refusal == null ? SealRefusal.STATEMENT_NOT_AVAILABLE : refusal);
                        return new ChallengeAnswering.Refused(refused.reason(), refused.text());
                    }
                    drafts.put(target.sent().id(), draft);
                }
            }
            if (drafts.isEmpty()) {
                throw new EntenteException(
                        ReleaseCode.RELEASE_NOT_POSSIBLE_NOW,
                        targets.getFirst().sent().id().hex());
            }
            return put(officer, id, order, targets, drafts);
        } finally {
            drafts.values().forEach(Sealer.Draft::close);
        }
    }

    private Sealer.Drafting draft(
            Officer officer,
            ChallengeId id,
            ChallengeAnswerOrder order,
            Corrections.Target challenged,
            Corrections.Target target) {
        try {
            Optional<SealOrder> corrected =
                    new Corrections(around, officer, challenged, order.corrections()).order(target);
            return corrected.isEmpty()
                    ? new Sealer.Drafting(null, SealRefusal.STATEMENT_NOT_AVAILABLE)
                    : sealer.draft(officer, target.sent().terms().from(), corrected.get(), id);
        } catch (IllegalArgumentException e) {
            throw new EntenteException(ReleaseCode.CHALLENGE_ORDER_INVALID, e, UnfitValueException.fact(e));
        }
    }

    private List<Corrections.Target> targets(Tx tx, Officer officer, ChallengeId id) {
        ChallengeFile file = open(tx, id);
        List<Corrections.Target> targets = file.reaches().stream()
                .map(reach -> new Corrections.Target(
                        sentReleases
                                .findForUpdate(tx, reach.release())
                                .orElseThrow(() -> Reader.unknown(reach.release())),
                        sentReleases.items(tx, reach.release()),
                        reach))
                .toList();
        if (targets.stream().anyMatch(target -> target.sent().officer().equals(officer.id()))) {
            throw new EntenteException(ReleaseCode.CHALLENGE_SAME_OFFICER, id.hex());
        }
        return targets;
    }

    /// Locks it until the transaction ends.
    private ChallengeFile open(Tx tx, ChallengeId id) {
        ChallengeFile file = challenges
                .findForUpdate(tx, id)
                .orElseThrow(() -> new EntenteException(ReleaseCode.CHALLENGE_UNKNOWN, id.hex()));
        if (!file.oursToAnswer()) {
            throw new EntenteException(ReleaseCode.CHALLENGE_NOT_OURS, id.hex());
        }
        if (!file.isOpen()) {
            throw new EntenteException(ReleaseCode.CHALLENGE_NOT_IN_THIS_STATE, id.hex());
        }
        return file;
    }

    private ChallengeAnswering put(
            Officer officer,
            ChallengeId id,
            ChallengeAnswerOrder order,
            List<Corrections.Target> planned,
            Map<ReleaseId, Sealer.Draft> drafts) {
        return around.transactions().in(tx -> {
            List<Corrections.Target> targets = targets(tx, officer, id);
            if (!drafts.isEmpty() && !Corrections.Target.agree(targets, planned)) {
                // A release of the statements was sealed or recalled meanwhile: the officer decides again.
                throw new EntenteException(
                        ReleaseCode.RELEASE_NOT_POSSIBLE_NOW,
                        planned.getFirst().sent().id().hex());
            }
            for (Corrections.Target target : targets) {
                Sealer.Draft draft = drafts.get(target.sent().id());
                if (draft != null) {
                    sealer.put(tx, officer, draft);
                }
                end(tx, officer, target, order, id, draft == null ? null : draft.id());
            }
            ChallengeFile ended = challenges.find(tx, id).orElseThrow();
            around.duty(
                    tx,
                    ended.challenge().agreement(),
                    "release.challenge-answered",
                    Map.of(
                            "officer", officer.label(),
                            "challenge", id.hex(),
                            "ending", order.ending().name(),
                            "releases", Integer.toString(targets.size())));
            return new ChallengeAnswering.Answered(ended);
        });
    }

    private void end(
            Tx tx,
            Officer officer,
            Corrections.Target target,
            ChallengeAnswerOrder order,
            ChallengeId id,
            @Nullable ReleaseId corrected) {
        SentRelease sent = target.sent();
        Instant now = around.now();
        // Where content and key are gone already, nothing is corrected.
        ChallengeEnding ending = order.ending() == ChallengeEnding.CORRECTED && corrected == null
                ? ChallengeEnding.DELETED
                : order.ending();
        ChallengeAnswer answer = new ChallengeAnswer(id, sent.id(), ending, order.reasons(), corrected, now);
        EnvelopeId envelope = post.send(tx, sent, ChallengeWire.ANSWERED, ChallengeWire.encode(answer));
        challenges.answered(tx, new ChallengeReach.Answered(answer, officer.id().value(), envelope, null));
        if (ending != ChallengeEnding.MAINTAINED && target.isAlive()) {
            sentReleases.recallOrdered(tx, sent.id(), answer.reasons(), now);
        }
    }
}
