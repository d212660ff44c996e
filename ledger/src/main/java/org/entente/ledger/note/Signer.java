package org.entente.ledger.note;

/// A private key that stays where it is. Thread-safe.
public interface Signer {
    VerifierKey key();

    /// The 64-byte Ed25519 signature over exactly these bytes. The framing of the key's signature type is the caller's.
    byte[] sign(byte[] message);
}
