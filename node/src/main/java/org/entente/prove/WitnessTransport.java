package org.entente.prove;

import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;

/// The way to the peer's witness. Thread-safe.
public interface WitnessTransport {
    /// Carries one `add-checkpoint` request to the peer.
    Reply addCheckpoint(AgreementId agreement, Bytes request);

    sealed interface Reply {
        /// `status` and `body` as C2SP tlog-witness has them.
        record Answered(int status, Bytes body) implements Reply {}

        /// No peer, or no answer from it.
        record Away(String reason) implements Reply {}
    }
}
