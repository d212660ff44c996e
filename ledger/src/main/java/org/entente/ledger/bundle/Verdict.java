package org.entente.ledger.bundle;

import java.time.Instant;
import java.util.List;
import org.entente.ledger.Hash;

/// What a reader may say of a bundle.
public sealed interface Verdict {
    /// Every check held under the given policy: sent, received and answered, unchanged. Whether the content is true
    /// is not said.
    record Verified(ProofBundle bundle, List<Witnessing> witnessings) implements Verdict {
        public Verified {
            witnessings = List.copyOf(witnessings);
        }
    }

    /// A check failed; `where` names the step or member.
    record NotVerified(Reason reason, String where) implements Verdict {}

    /// The bundle agrees with itself, and no policy was given to hold it against. `policyFingerprint` is the SHA-256
    /// of the policy it carries.
    record CannotDecide(Hash policyFingerprint) implements Verdict {}

    /// The other party's word that it saw this tree.
    record Witnessing(String origin, long size, String witness, Instant time) {}

    enum Reason {
        /// Not a bundle, or not in its one byte form.
        DAMAGED,
        /// A line under a checkpoint or header by someone who is not named, or whom the proof does not need.
        UNKNOWN_SIGNATURE,
        SIGNATURE_FORGED,
        /// The checkpoint is of a log, or by a key, that the policy does not list.
        LOG_NOT_TRUSTED,
        /// No quorum of witnesses of another party than the log's.
        WITNESS_MISSING,
        NOT_INCLUDED,
        COMMITMENT_DIFFERS,
        /// The leaf is about another envelope, peer, number or direction.
        LEAF_DIFFERS,
        /// The parties, the agreement or the replies do not fit together.
        STORY_DIFFERS,
        /// The entries do not follow each other in a log as the story does.
        ORDER_DIFFERS
    }
}
