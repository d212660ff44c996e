package org.entente.release;

import java.util.Map;
import org.entente.db.Tx;
import org.entente.release.store.ChallengeStore;

/// What is told of a challenge that waits: that a word of it was lost, ten days before its deadline, and that use is
/// suspended. The suspension
/// itself is computed from the deadline wherever use is asked for, so that it does not wait for this.
final class ChallengeClock {
    private final Surroundings around;
    private final ChallengeStore challenges;
    private final ChallengePost post;
    private final LostChallenges losses;

    ChallengeClock(Surroundings around, ChallengeStore challenges, ChallengePost post, LostChallenges losses) {
        this.around = around;
        this.challenges = challenges;
        this.post = post;
        this.losses = losses;
    }

    void sweep() {
        losses.tell();
        around.transactions().run(tx -> {
            post.spread(tx);
            challenges
                    .alarm(tx, around.now(), Limits.LIST_MAX)
                    .forEach(file -> tell(tx, file, "release.challenge-alarm"));
            challenges
                    .suspend(tx, around.now(), Limits.LIST_MAX)
                    .forEach(file -> tell(tx, file, "release.challenge-suspended"));
        });
    }

    private void tell(Tx tx, ChallengeFile file, String type) {
        Challenge challenge = file.challenge();
        around.duty(
                tx,
                challenge.agreement(),
                type,
                Map.of(
                        "challenge", challenge.id().hex(),
                        "deadline", challenge.deadline().toString(),
                        "by", "schedule:release"));
    }
}
