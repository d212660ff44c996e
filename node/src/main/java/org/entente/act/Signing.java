package org.entente.act;

import org.entente.agreement.Ruling;
import org.entente.kernel.Bilingual;

/// The answer to a host officer's "I consent".
public sealed interface Signing {
    /// Recorded: `signatureCount` is 1 or 2; with 2 the consent is on its way.
    record Signed(Operation operation, int signatureCount) implements Signing {}

    record NotSigned(SigningRefusal reason, Bilingual text) implements Signing {}

    /// The host's own law stands against it.
    record Unlawful(Ruling ruling) implements Signing {}
}
