package org.entente.release;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.db.Tx;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.EntenteException;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Officer;
import org.entente.release.store.ChallengeStore;
import org.entente.release.store.ReceivedStore;
import org.entente.release.store.SentStore;
import org.jspecify.annotations.Nullable;

/// Words about challenges that the other node refused, or that ran out on their way: told once, and sent again by an
/// officer. The owner gets the whole term with the word that arrives.
final class LostChallenges {
    private final Surroundings around;
    private final SentStore sentReleases;
    private final ReceivedStore receivedReleases;
    private final ChallengeStore challenges;
    private final ChallengePost post;

    LostChallenges(
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

    /// Whether a word is lost about a release that still lives and whose challenge nobody has answered. Not called
    /// inside a transaction.
    boolean concern(ChallengeFile file) {
        return lost(file).keySet().stream()
                .anyMatch(reach -> around.transactions().in(tx -> isAlive(tx, reach.release())));
    }

    /// @param file as the officer may see it
    /// @return why nothing was sent; null: it was
    ChallengeSending.@Nullable Reason sendAgain(Officer officer, ChallengeFile file) {
        Map<ChallengeReach, WordLoss> lost = lost(file);
        if (lost.isEmpty()) {
            return ChallengeSending.Reason.NOTHING_LOST;
        }
        List<ChallengeReach> settled = lost.entrySet().stream()
                .filter(one -> one.getValue() instanceof WordLoss.Refused)
                .map(Map.Entry::getKey)
                .toList();
        if (settled.isEmpty()) {
            return ChallengeSending.Reason.NOT_SETTLED;
        }
        return around.transactions().in(tx -> {
            List<ChallengeReach> alive = settled.stream()
                    .filter(reach -> isAlive(tx, reach.release()))
                    .toList();
            if (alive.isEmpty()) {
                return ChallengeSending.Reason.RELEASE_GONE;
            }
            List<ChallengeReach> ours = alive.stream()
                    .filter(reach -> around.speaksFor(
                            officer, side(tx, reach.release()), file.challenge().agreement()))
                    .toList();
            if (ours.isEmpty()) {
                throw new EntenteException(
                        ReleaseCode.RELEASE_NOT_POSSIBLE_NOW,
                        alive.getFirst().release().hex());
            }
            long count = ours.stream()
                    .filter(reach -> again(tx, officer, file.challenge().id(), reach))
                    .count();
            return count == 0 ? ChallengeSending.Reason.NOTHING_LOST : null;
        });
    }

    /// Tells each loss once, and keeps which words are known there.
    void tell() {
        List<ChallengeStore.Word> words = around.transactions().in(tx -> challenges.onTheirWay(tx, Limits.LIST_MAX));
        for (ChallengeStore.Word word : words) {
            EnvelopeId envelope = new EnvelopeId(word.envelope());
            switch (around.post().progress(envelope)) {
                case QUEUED, SENT -> {}
                case DELIVERED -> around.transactions().run(tx -> challenges.known(tx, word, around.now()));
                case NOT_DELIVERED ->
                    around.post()
                            .loss(envelope)
                            .ifPresent(loss -> around.transactions().run(tx -> tell(tx, word, loss)));
            }
        }
    }

    private void tell(Tx tx, ChallengeStore.Word word, WordLoss loss) {
        if (challenges.lost(tx, word, around.now())) {
            around.duty(
                    tx,
                    word.agreement(),
                    "release.challenge-not-delivered",
                    Map.of(
                            "challenge", word.challenge().hex(),
                            "release", word.release().hex(),
                            "envelope", word.envelope(),
                            "reason", loss.word(),
                            "by", "schedule:release"));
        }
    }

    private Map<ChallengeReach, WordLoss> lost(ChallengeFile file) {
        Map<ChallengeReach, WordLoss> lost = new LinkedHashMap<>();
        for (ChallengeReach reach : file.reaches()) {
            EnvelopeId told = reach.told();
            if (told != null && reach.answer() == null) {
                around.post().loss(told).ifPresent(loss -> lost.put(reach, loss));
            }
        }
        return lost;
    }

    private boolean isAlive(Tx tx, ReleaseId release) {
        Optional<ReceivedRelease> received = receivedReleases.find(tx, release);
        if (received.isPresent()) {
            return isAlive(received.get());
        }
        return sentReleases
                .find(tx, release)
                .filter(sent -> sent.recallOrdered() == null && sent.end() == null)
                .isPresent();
    }

    private boolean isAlive(ReceivedRelease received) {
        return !received.state().isDestroyed() && !received.terms().areExpired(around.now());
    }

    private InstitutionId side(Tx tx, ReleaseId release) {
        return receivedReleases
                .find(tx, release)
                .map(received -> received.terms().to())
                .or(() ->
                        sentReleases.find(tx, release).map(sent -> sent.terms().from()))
                .orElseThrow(() -> Reader.unknown(release));
    }

    /// Locks the release before the challenge, as an arriving word does.
    ///
    /// @return false if another officer did so first, or it was answered meanwhile
    private boolean again(Tx tx, Officer officer, ChallengeId id, ChallengeReach reach) {
        Optional<ReceivedRelease> received = receivedReleases.findForUpdate(tx, reach.release());
        Optional<SentRelease> sent =
                received.isPresent() ? Optional.empty() : sentReleases.findForUpdate(tx, reach.release());
        ChallengeFile file = challenges.findForUpdate(tx, id).orElseThrow();
        if (!file.reaches().contains(reach)) {
            return false;
        }
        EnvelopeId told;
        if (received.isPresent()) {
            Challenge renewed = file.challenge().lodgedAgain(around.now());
            told = post.toOwner(tx, received.get(), renewed, reach.positions());
            challenges.lodgedAgain(tx, renewed, renewed.alarm());
        } else {
            told = post.tell(tx, sent.orElseThrow(), file.challenge(), reach.positions());
        }
        challenges.toldAgain(tx, id, reach.release(), told.hex());
        around.duty(
                tx,
                file.challenge().agreement(),
                "release.challenge-sent-again",
                Map.of(
                        "officer", officer.label(),
                        "challenge", id.hex(),
                        "release", reach.release().hex(),
                        "envelope", told.hex()));
        return true;
    }
}
