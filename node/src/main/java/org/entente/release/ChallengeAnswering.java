package org.entente.release;

import org.entente.kernel.Bilingual;

/// What came of "answer this challenge".
public sealed interface ChallengeAnswering {
    record Answered(ChallengeFile file) implements ChallengeAnswering {}

    /// The corrected release may not be sealed; nothing left this node and the challenge stays open.
    record Refused(SealRefusal reason, Bilingual text) implements ChallengeAnswering {}
}
