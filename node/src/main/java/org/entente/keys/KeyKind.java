package org.entente.keys;

/// What a key file holds and what may be done with it.
enum KeyKind {
    /// 32-byte seed (RFC 8032); signs.
    ED25519(1),
    /// 32-byte scalar (RFC 7748); opens HPKE.
    X25519(2),
    /// PKCS #8 of a P-256 key and its self-signed certificate. P-256 because every TLS stack accepts
    /// it.
    TLS_P256(3),
    /// 32 random bytes; derives, wraps, or leaves as a seed.
    SECRET(4),
    /// PKCS #8 of a P-256 key and its self-signed certificate, which signs papers. P-256 because every
    /// PDF reader checks it.
    DOCUMENT_P256(5);

    private final int identifier;

    KeyKind(int identifier) {
        this.identifier = identifier;
    }

    /// The first byte of the wrapped material.
    byte identifier() {
        return (byte) identifier;
    }
}
