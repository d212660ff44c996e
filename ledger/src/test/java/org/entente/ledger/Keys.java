package org.entente.ledger;

import org.entente.ledger.note.Ed25519Key;
import org.entente.ledger.note.SignatureType;

/// Test keys: the seed is the SHA-256 of the name and a number.
public final class Keys {
    private Keys() {}

    public static Ed25519Key log(String name) {
        return key(name, SignatureType.ED25519, 0);
    }

    public static Ed25519Key witness(String name) {
        return key(name, SignatureType.COSIGNATURE_V1, 0);
    }

    public static Ed25519Key key(String name, SignatureType type, int number) {
        byte[] seed = Hash.sha256(Octets.utf8(name + type + number).toArray()).toArray();
        return Ed25519Key.ofSeed(name, type, seed);
    }
}
