package org.entente.release;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.entente.db.Tx;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.AgreementId;
import org.entente.kernel.EntenteException;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Officer;
import org.entente.kernel.UnfitValueException;
import org.entente.release.store.ChallengeStore;
import org.entente.release.store.ReceivedStore;
import org.entente.release.store.SentStore;

/// A challenge is lodged where the statements were received or where they came from, and is told to the other side.
final class ChallengeLodging {
    private final Surroundings around;
    private final SentStore sentReleases;
    private final ReceivedStore receivedReleases;
    private final ChallengeStore challenges;
    private final ChallengePost post;

    ChallengeLodging(
            Surroundings around,
            SentStore sentReleases,
            ReceivedStore receivedReleases,
            ChallengeStore challenges,
            ChallengePost post) {
        this.around = around;
        this.sentReleases = sentReleases;
        this.receivedReleases = receivedReleases;
        this.challenges = challenges;
        this.post = post;
    }

    ChallengeId lodge(Officer officer, ChallengeOrder order) {
        return around.transactions().in(tx -> {
            LocalDate today = around.now().atZone(ZoneOffset.UTC).toLocalDate();
            // A day ahead: the officer's calendar may be past midnight where UTC is not.
            if (order.receivedOn().isAfter(today.plusDays(1))
                    || order.receivedOn().isBefore(today.minusDays(Limits.CHALLENGE_RECEIVED_DAYS_MAX))) {
                throw new EntenteException(ReleaseCode.CHALLENGE_ORDER_INVALID, "receivedOn");
            }
            if (challenges.openCount(tx, order.release(), officer.party()) >= Limits.CHALLENGES_MAX) {
                throw new EntenteException(
                        ReleaseCode.CHALLENGES_TOO_MANY, order.release().hex());
            }
            Optional<ReceivedRelease> received = receivedReleases.findForUpdate(tx, order.release());
            ChallengeFile file = received.isPresent()
                    ? againstReceived(tx, officer, order, received.get())
                    : againstOwn(tx, officer, order);
            ChallengeId id = file.challenge().id();
            around.duty(
                    tx,
                    file.challenge().agreement(),
                    "release.challenge-lodged",
                    Map.of(
                            "officer", officer.label(),
                            "challenge", id.hex(),
                            "release", order.release().hex(),
                            "ground", order.ground().name()));
            return id;
        });
    }

    private ChallengeFile againstReceived(Tx tx, Officer officer, ChallengeOrder order, ReceivedRelease received) {
        if (received.state().isDestroyed()
                || received.terms().areExpired(around.now())
                || !around.speaksFor(officer, received.terms().to(), received.agreement())) {
            throw new EntenteException(
                    ReleaseCode.RELEASE_NOT_POSSIBLE_NOW, received.id().hex());
        }
        Challenge challenge =
                challenge(order, received.agreement(), received.terms().to());
        EnvelopeId told = post.toOwner(tx, received, challenge, order.positions());
        return insert(tx, officer, order, challenge, false, order.positions(), told);
    }

    private ChallengeFile againstOwn(Tx tx, Officer officer, ChallengeOrder order) {
        SentRelease sent =
                sentReleases.findForUpdate(tx, order.release()).orElseThrow(() -> Reader.unknown(order.release()));
        if (sent.recallOrdered() != null
                || sent.end() != null
                || !around.speaksFor(officer, sent.terms().from(), sent.agreement())) {
            throw new EntenteException(
                    ReleaseCode.RELEASE_NOT_POSSIBLE_NOW, sent.id().hex());
        }
        int itemCount = post.itemCount(tx, sent.id());
        if (!order.positions().isEmpty() && order.positions().last() > itemCount) {
            throw new EntenteException(ReleaseCode.CHALLENGE_ORDER_INVALID, "positions");
        }
        SortedSet<Integer> positions = ChallengePost.shortest(order.positions(), itemCount);
        Challenge challenge = challenge(order, sent.agreement(), sent.terms().from());
        EnvelopeId told = post.tell(tx, sent, challenge, positions);
        ChallengeFile file = insert(tx, officer, order, challenge, true, positions, told);
        post.spread(tx);
        return file;
    }

    private ChallengeFile insert(
            Tx tx,
            Officer officer,
            ChallengeOrder order,
            Challenge challenge,
            boolean oursToAnswer,
            SortedSet<Integer> positions,
            EnvelopeId told) {
        ChallengeFile file = new ChallengeFile(
                challenge,
                order.caseNumber(),
                officer.id().value(),
                oursToAnswer,
                null,
                null,
                null,
                List.of(new ChallengeReach(order.release(), positions, told, null, null)));
        challenges.insert(tx, file, challenge.alarm());
        return file;
    }

    private Challenge challenge(ChallengeOrder order, AgreementId agreement, InstitutionId lodgedBy) {
        Instant now = around.now();
        try {
            return new Challenge(
                    ChallengeId.random(),
                    agreement,
                    order.broughtBy(),
                    order.representative(),
                    order.reference(),
                    order.ground(),
                    order.text(),
                    order.receivedOn(),
                    lodgedBy,
                    now,
                    now.plus(Limits.CHALLENGE_TERM));
        } catch (IllegalArgumentException e) {
            throw new EntenteException(ReleaseCode.CHALLENGE_ORDER_INVALID, e, UnfitValueException.fact(e));
        }
    }
}
