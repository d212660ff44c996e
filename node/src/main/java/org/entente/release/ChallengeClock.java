package org.entente.release;

import java.util.Map;
import org.entente.db.Tx;
import org.entente.release.store.ChallengeStore;

/// What is told of a challenge that waits: ten days before its deadline, and that use is suspended. The suspension
/// itself is computed from the deadline wherever use is asked for, so that it does not wait for this.
final class ChallengeClock {
    private final Surroundings around;
    private final ChallengeStore challenges;
    private final ChallengePost post;

    ChallengeClock(Surroundings around, ChallengeStore challenges, ChallengePost post) {
        this.around = around;
        this.challenges = challenges;
        this.post = post;
    }

    void sweep() {
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
