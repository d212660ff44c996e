package org.entente.blind;

/// The end of one batch at the asker: outputs under the expected key, or why the holder's answer is worth nothing.
public sealed interface Finalization {
    /// The proof holds: every output is the PRF of its input under the public key.
    record Verified(PrfOutputs outputs) implements Finalization {}

    /// The answer is refused as a whole; no output was computed.
    record Refused(Reason reason) implements Finalization {}

    /// Why an evaluation is refused.
    enum Reason {
        /// Another suite than the batch's.
        SUITE_DIFFERS,
        /// Not one evaluated element for each blinded element.
        COUNT_DIFFERS,
        /// An evaluated element is not canonical, or is the identity.
        ELEMENT_INVALID,
        /// The public key is not canonical, or is the identity.
        PUBLIC_KEY_INVALID,
        /// Another key was used, the answer was changed, or it belongs to another batch.
        PROOF_INVALID
    }
}
