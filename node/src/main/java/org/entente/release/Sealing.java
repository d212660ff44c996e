package org.entente.release;

import org.entente.exchange.EnvelopeId;
import org.entente.kernel.Bilingual;

/// The answer to "release this".
public sealed interface Sealing {
    record Sealed(ReleaseId id, EnvelopeId envelope) implements Sealing {}

    /// Nothing left this node. The text names the rule and never the protected thing.
    record Refused(SealRefusal reason, Bilingual text) implements Sealing {}
}
