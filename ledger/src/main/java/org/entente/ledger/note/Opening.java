package org.entente.ledger.note;

import java.util.List;

/// What a reader who knows some keys may think of a note (C2SP signed-note, "Signatures").
public sealed interface Opening {
    /// Every line of a known key verifies, and there is at least one. `signed` pairs line and key in note order.
    record Opened(List<Signed> signed) implements Opening {
        public Opened {
            signed = List.copyOf(signed);
        }
    }

    /// A line names a known key and does not verify: the whole note is refused.
    record Forged(String keyName) implements Opening {}

    /// No line is by a known key.
    record Unsigned() implements Opening {}

    record Signed(VerifierKey key, SignatureLine line) {}
}
