package org.entente.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.entente.db.Tx;
import org.entente.exchange.Dispatch;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.Bytes;
import org.entente.release.store.ChallengeStore;
import org.entente.release.store.SentStore;
import org.jspecify.annotations.Nullable;

/// Words about challenges on their way out: each to the one institution that has, or gave, the release it names.
final class ChallengePost {
    private final Surroundings around;
    private final SentStore sentReleases;
    private final ChallengeStore challenges;
    private final OwnerPost owners;

    ChallengePost(Surroundings around, SentStore sentReleases, ChallengeStore challenges) {
        this.around = around;
        this.sentReleases = sentReleases;
        this.challenges = challenges;
        this.owners = new OwnerPost(around);
    }

    /// To who received an own release.
    EnvelopeId send(Tx tx, SentRelease sent, String type, Bytes body) {
        Terms terms = sent.terms();
        return around.post()
                .send(
                        tx,
                        new Dispatch(
                                sent.agreement(),
                                terms.from(),
                                terms.to(),
                                type,
                                sent.envelope(),
                                sent.casePseudonym(),
                                terms.basis(),
                                terms.use().purpose(),
                                terms.use().handling(),
                                around.now().plus(Limits.NOTICE_LIFE),
                                body));
    }

    /// Tells the owner of a received release of a challenge to it. What could not be answered any more is not
    /// delivered.
    EnvelopeId toOwner(Tx tx, ReceivedRelease received, Challenge challenge, SortedSet<Integer> positions) {
        Bytes body = ChallengeWire.encode(new ChallengeWire.Told(challenge, received.id(), positions));
        return owners.tell(tx, received, ChallengeWire.CHALLENGE, body, challenge.alarm());
    }

    /// Tells who received an own release of a challenge to it.
    EnvelopeId tell(Tx tx, SentRelease sent, Challenge challenge, SortedSet<Integer> positions) {
        Bytes body = ChallengeWire.encode(new ChallengeWire.Told(challenge, sent.id(), positions));
        return send(tx, sent, ChallengeWire.CHALLENGE, body);
    }

    /// Every open challenge reaches every living release of the statements it is about, also one sealed after it.
    ///
    /// @return how many releases were reached
    int spread(Tx tx) {
        return spread(tx, null);
    }

    /// As [#spread(Tx)], of one challenge only.
    int spread(Tx tx, @Nullable ChallengeId only) {
        List<ChallengeStore.Holding> lines = challenges.unreached(tx, only, Limits.REACH_LINES_MAX);
        record Target(ChallengeId challenge, ReleaseId release) {}
        Map<Target, SortedSet<Integer>> targets = new LinkedHashMap<>();
        lines.forEach(
                line -> targets.computeIfAbsent(new Target(line.challenge(), line.release()), _ -> new TreeSet<>())
                        .add(line.position()));
        List<Target> whole = new ArrayList<>(targets.keySet());
        if (lines.size() == Limits.REACH_LINES_MAX) {
            // The last one may be cut; the next run has it.
            whole.removeLast();
        }
        int reached = 0;
        for (Target target : whole) {
            ChallengeFile file =
                    challenges.findForUpdate(tx, target.challenge()).orElseThrow();
            // Ended, or reached by another transaction, since the lines were read.
            if (!file.isOpen() || file.reaches(target.release())) {
                continue;
            }
            SentRelease sent = sentReleases
                    .findForUpdate(tx, target.release())
                    .orElseThrow(() -> Reader.unknown(target.release()));
            Challenge challenge = file.challenge();
            SortedSet<Integer> positions =
                    shortest(targets.getOrDefault(target, new TreeSet<>()), itemCount(tx, sent.id()));
            EnvelopeId told = tell(tx, sent, challenge, positions);
            challenges.reach(tx, challenge.id(), new ChallengeReach(sent.id(), positions, told, null, null));
            around.duty(
                    tx,
                    sent.agreement(),
                    "release.challenge-spread",
                    Map.of(
                            "challenge",
                            challenge.id().hex(),
                            "release",
                            sent.id().hex(),
                            "envelope",
                            told.hex()));
            reached++;
        }
        return reached;
    }

    int itemCount(Tx tx, ReleaseId own) {
        return sentReleases.items(tx, own).size();
    }

    /// All positions are the whole release.
    static SortedSet<Integer> shortest(SortedSet<Integer> positions, int itemCount) {
        return positions.size() == itemCount ? new TreeSet<>() : positions;
    }
}
