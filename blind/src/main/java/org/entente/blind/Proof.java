package org.entente.blind;

/// The DLEQ proof `[c, s]` of RFC 9497 section 2.2: two serialised scalars over a whole batch. Only the length is
/// checked here; a scalar at or above the group order is refused when the proof is checked.
public record Proof(Suite suite, ByteString encoding) {
    public Proof {
        Limits.check("proof", encoding.sizeBytes(), suite.proofSizeBytes(), suite.proofSizeBytes());
    }

    public static Proof of(Suite suite, byte[] encoding) {
        return new Proof(suite, ByteString.copyOf(encoding));
    }
}
