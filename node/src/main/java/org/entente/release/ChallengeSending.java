package org.entente.release;

import org.entente.kernel.Bilingual;
import org.entente.kernel.Texts;

/// What came of "send the challenge again".
public sealed interface ChallengeSending {
    record Sent(ChallengeFile file) implements ChallengeSending {}

    /// Nothing was sent.
    record Refused(Reason reason) implements ChallengeSending {
        public Bilingual text() {
            return Texts.of("release").bilingual("again." + reason.name());
        }
    }

    /// Why nothing is sent again.
    enum Reason {
        /// No word about an unanswered release was lost.
        NOTHING_LOST,
        /// The word ran out and the other node has not said that it refused it: it may have arrived. It still travels
        /// before every later word, so that nothing sent now would arrive sooner.
        NOT_SETTLED,
        /// The release was recalled, destroyed or has expired.
        RELEASE_GONE
    }
}
