package org.entente.release;

import java.time.Instant;
import java.util.List;
import org.entente.kernel.CaseNumber;
import org.jspecify.annotations.Nullable;

/// A challenge as this node has it: what crossed, whom it reached, what was told of its clock. Case and officer are
/// there only where it was lodged. `firstLodged` is there where its word to the owner was lost and sent again with a
/// new
/// term; what was suspended by then stays suspended.
public record ChallengeFile(
        Challenge challenge,
        @Nullable CaseNumber caseNumber,
        @Nullable String officer,
        boolean oursToAnswer,
        @Nullable Instant firstLodged,
        @Nullable Instant alarmed,
        @Nullable Instant suspended,
        List<ChallengeReach> reaches) {
    public ChallengeFile {
        reaches = List.copyOf(reaches);
    }

    /// With those of its releases that an officer knows of. Case, officer and words go with the first, on which it was
    /// lodged.
    ChallengeFile reaching(List<ChallengeReach> some) {
        return some.contains(reaches.getFirst())
                ? new ChallengeFile(challenge, caseNumber, officer, oursToAnswer, firstLodged, alarmed, suspended, some)
                : new ChallengeFile(
                        challenge.withoutWords(), null, null, oursToAnswer, firstLodged, alarmed, suspended, some);
    }

    public ChallengeState state(Instant now) {
        ChallengeReach first = reaches.stream()
                .filter(reach -> reach.answer() == null)
                .findFirst()
                .orElse(reaches.getFirst());
        ChallengeReach.Answered answered = first.answer();
        if (answered == null) {
            return isSuspended(now) ? ChallengeState.SUSPENDED : ChallengeState.OPEN;
        }
        return switch (answered.answer().ending()) {
            case CORRECTED -> ChallengeState.CORRECTED;
            case DELETED -> ChallengeState.DELETED;
            case MAINTAINED -> ChallengeState.MAINTAINED;
        };
    }

    /// Whether use of what it challenges is suspended.
    public boolean isSuspended(Instant now) {
        return isOpen() && (suspended != null || !now.isBefore(challenge.deadline()));
    }

    boolean reaches(ReleaseId release) {
        return reaches.stream().anyMatch(reach -> reach.release().equals(release));
    }

    public boolean isOpen() {
        return reaches.stream().anyMatch(reach -> reach.answer() == null);
    }

    /// The release it was brought against: the first that it reached.
    public ReleaseId release() {
        return reaches.getFirst().release();
    }
}
