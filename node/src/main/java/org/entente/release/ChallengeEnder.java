package org.entente.release;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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

    /// What an officer ends: for the releases that they know of, corrected by the lines of one of these.
    record Ending(
            Officer officer,
            Predicate<Terms> known,
            ChallengeId id,
            ChallengeAnswerOrder order,
            ReleaseId correctedOn) {}

    /// The releases that one ending is for, and the one whose lines its corrections count.
    private record Plan(Corrections.Target challenged, List<Corrections.Target> targets) {}

    /// @return why the corrected release may not be sealed; null: the challenge is ended
    @Nullable
    SealRefusal answer(Ending ending) {
        Plan plan = around.transactions().in(tx -> plan(tx, ending));
        if (ending.order().ending() != ChallengeEnding.CORRECTED) {
            put(ending, plan, Map.of());
            return null;
        }
        Map<ReleaseId, Sealer.Draft> drafts = new HashMap<>();
        try {
            for (Corrections.Target target : plan.targets()) {
                if (target.isAlive()) {
                    Sealer.Drafting drafting = draft(ending, plan.challenged(), target);
                    SealRefusal refusal = drafting.refusal();
                    Sealer.Draft draft = drafting.draft();
                    if (draft == null) {
                        SentRelease sent = target.sent();
                        return sealer.refused(
                                        ending.officer(),
                                        sent.agreement(),
                                        sent.terms().to(),
                                        refusal == null ? SealRefusal.STATEMENT_NOT_AVAILABLE : refusal)
                                .reason();
                    }
                    drafts.put(target.sent().id(), draft);
                }
            }
            if (drafts.isEmpty()) {
                throw notPossible(ending);
            }
            put(ending, plan, drafts);
            return null;
        } finally {
            drafts.values().forEach(Sealer.Draft::close);
        }
    }

    private Sealer.Drafting draft(Ending ending, Corrections.Target challenged, Corrections.Target target) {
        Officer officer = ending.officer();
        try {
            Optional<SealOrder> corrected =
                    new Corrections(around, officer, challenged, ending.order().corrections()).order(target);
            return corrected.isEmpty()
                    ? new Sealer.Drafting(null, SealRefusal.STATEMENT_NOT_AVAILABLE)
                    : sealer.draft(officer, target.sent().terms().from(), corrected.get(), ending.id());
        } catch (IllegalArgumentException e) {
            throw new EntenteException(ReleaseCode.CHALLENGE_ORDER_INVALID, e, UnfitValueException.fact(e));
        }
    }

    /// Locks the challenge until the transaction ends, and has it reach what was sealed meanwhile: nothing is ended
    /// while a release of its statements is not reached.
    private Plan plan(Tx tx, Ending ending) {
        ChallengeId id = ending.id();
        open(tx, id);
        post.spread(tx, id);
        List<Corrections.Target> known = open(tx, id).reaches().stream()
                .map(reach -> target(tx, reach))
                .filter(target -> ending.known().test(target.sent().terms()))
                .toList();
        List<Corrections.Target> unanswered =
                known.stream().filter(target -> target.reach().answer() == null).toList();
        if (unanswered.isEmpty()) {
            throw new EntenteException(ReleaseCode.CHALLENGE_NOT_IN_THIS_STATE, id.hex());
        }
        List<Corrections.Target> targets = unanswered.stream()
                .filter(target -> around.speaksFor(
                        ending.officer(),
                        target.sent().terms().from(),
                        target.sent().agreement()))
                .toList();
        if (targets.isEmpty()) {
            throw notPossible(ending);
        }
        if (targets.stream()
                .anyMatch(target ->
                        target.sent().officer().equals(ending.officer().id()))) {
            throw new EntenteException(ReleaseCode.CHALLENGE_SAME_OFFICER, id.hex());
        }
        Corrections.Target challenged = known.stream()
                .filter(target -> target.sent().id().equals(ending.correctedOn()))
                .findFirst()
                .orElseThrow(() -> Reader.unknown(ending.correctedOn()));
        return new Plan(challenged, targets);
    }

    private Corrections.Target target(Tx tx, ChallengeReach reach) {
        ReleaseId release = reach.release();
        return new Corrections.Target(
                sentReleases.findForUpdate(tx, release).orElseThrow(() -> Reader.unknown(release)),
                sentReleases.items(tx, release),
                reach,
                around.now());
    }

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

    private static EntenteException notPossible(Ending ending) {
        return new EntenteException(
                ReleaseCode.RELEASE_NOT_POSSIBLE_NOW, ending.correctedOn().hex());
    }

    private void put(Ending ending, Plan planned, Map<ReleaseId, Sealer.Draft> drafts) {
        Officer officer = ending.officer();
        ChallengeAnswerOrder order = ending.order();
        around.transactions().run(tx -> {
            Plan plan = plan(tx, ending);
            if (!drafts.isEmpty() && !Corrections.Target.agree(plan.targets(), planned.targets())) {
                // A release of the statements was sealed or recalled meanwhile: the officer decides again.
                throw notPossible(ending);
            }
            for (Corrections.Target target : plan.targets()) {
                Sealer.Draft draft = drafts.get(target.sent().id());
                if (draft != null) {
                    sealer.put(tx, officer, draft);
                }
                end(tx, officer, target, order, ending.id(), draft == null ? null : draft.id());
            }
            around.duty(
                    tx,
                    plan.challenged().sent().agreement(),
                    "release.challenge-answered",
                    Map.of(
                            "officer", officer.label(),
                            "challenge", ending.id().hex(),
                            "ending", order.ending().name(),
                            "releases", Integer.toString(plan.targets().size())));
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
        if (ending != ChallengeEnding.MAINTAINED && target.isThere()) {
            sentReleases.recallOrdered(tx, sent.id(), answer.reasons(), now);
        }
    }
}
