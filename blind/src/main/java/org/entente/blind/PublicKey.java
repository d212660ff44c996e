package org.entente.blind;

/// A holder's public key `pkS` for one PRF key. Only its length is checked here; its encoding is decoded, and the
/// identity refused, each time a proof is checked with it.
public record PublicKey(Suite suite, ByteString encoding) {
    public PublicKey {
        Limits.check("public key", encoding.sizeBytes(), suite.elementSizeBytes(), suite.elementSizeBytes());
    }

    public static PublicKey of(Suite suite, byte[] encoding) {
        return new PublicKey(suite, ByteString.copyOf(encoding));
    }
}
