package org.entente.release;

import org.entente.kernel.Ids;

/// 128 random bits as 32 lower-case hex digits, given where the challenge is lodged and the same on both nodes.
public record ChallengeId(String hex) {
    public ChallengeId {
        if (!hex.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("a challenge id is 32 hex digits");
        }
    }

    static ChallengeId random() {
        return new ChallengeId(Ids.random128().hex());
    }

    @Override
    public String toString() {
        return hex;
    }
}
