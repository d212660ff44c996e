package org.entente.release;

import java.time.LocalDate;
import java.util.SortedSet;
import org.entente.kernel.CaseNumber;

/// A challenge as an officer enters it. `positions` count the statements of the release from 1; none means all of it.
/// The case stays on this node.
public record ChallengeOrder(
        ReleaseId release,
        SortedSet<Integer> positions,
        Challenger broughtBy,
        String representative,
        String reference,
        ChallengeGround ground,
        String text,
        LocalDate receivedOn,
        CaseNumber caseNumber) {
    public ChallengeOrder {
        positions = ChallengeReach.inOrder(positions);
    }
}
