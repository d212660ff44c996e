package org.entente.release;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.entente.db.Tx;
import org.entente.exchange.Arrival;
import org.entente.kernel.EntenteException;
import org.entente.release.store.ChallengeStore;
import org.entente.release.store.ReceivedStore;
import org.entente.release.store.SentStore;
import org.jspecify.annotations.Nullable;

/// Words about challenges as they arrive. Only the institution that received a release, or gave it, speaks about it; a
/// word that repeats what is known has no effect, one that contradicts it is refused.
final class ChallengeReading {
    private final Surroundings around;
    private final SentStore sentReleases;
    private final ReceivedStore receivedReleases;
    private final ChallengeStore challenges;
    private final ChallengePost post;

    ChallengeReading(
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

    void challenge(Tx tx, Arrival arrival, ChallengeWire.Told told) {
        Challenge challenge = told.challenge();
        if (challenge.lodged().isAfter(arrival.created().plus(Limits.CLOCKS_DIFFER_MAX))) {
            throw ReleaseDesk.broken(arrival);
        }
        Optional<ReceivedRelease> received = receivedReleases.findForUpdate(tx, told.release());
        boolean isNew =
                received.isPresent() ? fromOwner(tx, arrival, told, received.get()) : fromReceiver(tx, arrival, told);
        if (isNew) {
            around.duty(
                    tx,
                    challenge.agreement(),
                    "release.challenge-received",
                    Map.of(
                            "challenge", challenge.id().hex(),
                            "release", told.release().hex(),
                            "envelope", arrival.id().hex()));
        }
    }

    /// The owner says that what it gave is challenged: by somebody there, or here with another institution.
    private boolean fromOwner(Tx tx, Arrival arrival, ChallengeWire.Told told, ReceivedRelease received) {
        if (!received.terms().from().equals(arrival.from())
                || !received.agreement().equals(arrival.sender().agreement())) {
            throw ReleaseDesk.broken(arrival);
        }
        return put(tx, arrival, told, told.positions(), false);
    }

    /// Lodged where it was received. The moment it was lodged at is that of its envelope, so that nobody shortens the
    /// owner's time.
    private boolean fromReceiver(Tx tx, Arrival arrival, ChallengeWire.Told told) {
        Challenge challenge = told.challenge();
        SentRelease sent = sentReleases
                .findForUpdate(tx, told.release())
                .filter(one -> one.terms().to().equals(arrival.from())
                        && one.agreement().equals(arrival.sender().agreement()))
                .orElseThrow(() -> ReleaseDesk.broken(arrival));
        int itemCount = post.itemCount(tx, sent.id());
        if (!challenge.lodgedBy().equals(arrival.from())
                || challenge.lodged().isBefore(arrival.created().minus(Limits.CLOCKS_DIFFER_MAX))
                || (!told.positions().isEmpty() && told.positions().last() > itemCount)
                || challenges.openCount(tx, sent.id(), arrival.from().party()) >= Limits.CHALLENGES_MAX) {
            throw ReleaseDesk.broken(arrival);
        }
        if (around.now().isAfter(challenge.alarm().plus(Limits.CLOCKS_DIFFER_MAX))
                && challenges.find(tx, challenge.id()).isEmpty()) {
            // A lawful no: the owner has ten days to answer, or is told again with a term of its own.
            throw new EntenteException(
                    ReleaseCode.CHALLENGE_TERM_TOO_SHORT, challenge.id().hex());
        }
        boolean isNew = put(tx, arrival, told, ChallengePost.shortest(told.positions(), itemCount), true);
        post.spread(tx);
        return isNew;
    }

    /// @return false if this was known
    private boolean put(
            Tx tx, Arrival arrival, ChallengeWire.Told told, SortedSet<Integer> positions, boolean oursToAnswer) {
        Challenge challenge = told.challenge();
        ChallengeReach reach = new ChallengeReach(told.release(), positions, null, around.now(), null);
        ChallengeFile file = challenges.findForUpdate(tx, challenge.id()).orElse(null);
        if (file == null) {
            // One that was lodged on this side is here already: nobody tells us of one that we should have.
            if (!challenge.lodgedBy().party().equals(arrival.from().party())) {
                throw ReleaseDesk.broken(arrival);
            }
            challenges.insert(
                    tx,
                    new ChallengeFile(challenge, null, null, oursToAnswer, null, null, null, List.of(reach)),
                    challenge.alarm());
            return true;
        }
        ChallengeReach had = file.reaches().stream()
                .filter(one -> one.release().equals(told.release()))
                .findFirst()
                .orElse(null);
        boolean agrees = file.challenge().equals(challenge)
                && file.oursToAnswer() == oursToAnswer
                && (had == null ? !oursToAnswer : had.positions().equals(positions));
        if (!agrees) {
            throw ReleaseDesk.broken(arrival);
        }
        if (had == null) {
            challenges.reach(tx, challenge.id(), reach);
        }
        return had == null;
    }

    void answered(Tx tx, Arrival arrival, ChallengeAnswer answer) {
        ReceivedRelease received = receivedReleases
                .findForUpdate(tx, answer.release())
                .filter(one -> one.terms().from().equals(arrival.from())
                        && one.agreement().equals(arrival.sender().agreement()))
                .orElseThrow(() -> ReleaseDesk.broken(arrival));
        ChallengeFile file = challenges
                .findForUpdate(tx, answer.challenge())
                .filter(one -> !one.oursToAnswer())
                .orElseThrow(() -> ReleaseDesk.broken(arrival));
        ChallengeReach reach = file.reaches().stream()
                .filter(one -> one.release().equals(answer.release()))
                .findFirst()
                .orElseThrow(() -> ReleaseDesk.broken(arrival));
        ChallengeReach.Answered had = reach.answer();
        if (had != null) {
            if (!had.answer().equals(answer)) {
                throw ReleaseDesk.broken(arrival);
            }
            return;
        }
        if (answer.at().isBefore(file.challenge().lodged().minus(Limits.CLOCKS_DIFFER_MAX))
                || answer.at().isAfter(arrival.created().plus(Limits.CLOCKS_DIFFER_MAX))
                || !takesItsPlace(tx, received, answer.corrected())) {
            throw ReleaseDesk.broken(arrival);
        }
        challenges.answered(tx, new ChallengeReach.Answered(answer, null, null, around.now()));
        switch (answer.ending()) {
            case CORRECTED, DELETED ->
                receivedReleases.destroy(tx, received.id(), ReceivedState.RECALLED, answer.reasons(), around.now());
            case MAINTAINED -> {}
        }
        around.duty(
                tx,
                received.agreement(),
                "release.challenge-answer-received",
                Map.of(
                        "challenge", answer.challenge().hex(),
                        "release", received.id().hex(),
                        "ending", answer.ending().name(),
                        "envelope", arrival.id().hex()));
    }

    /// A corrected release has arrived before the word that names it, between the same two institutions.
    private boolean takesItsPlace(Tx tx, ReceivedRelease old, @Nullable ReleaseId corrected) {
        return corrected == null
                || receivedReleases
                        .find(tx, corrected)
                        .filter(one -> !one.id().equals(old.id())
                                && one.agreement().equals(old.agreement())
                                && one.terms().from().equals(old.terms().from())
                                && one.terms().to().equals(old.terms().to()))
                        .isPresent();
    }
}
