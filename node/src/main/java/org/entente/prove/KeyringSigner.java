package org.entente.prove;

import org.entente.keys.KeyId;
import org.entente.keys.Keyring;
import org.entente.ledger.Octets;
import org.entente.ledger.note.SignatureType;
import org.entente.ledger.note.Signer;
import org.entente.ledger.note.VerifierKey;

/// A note signer over a key that stays in the keyring; the key is made at first use.
public final class KeyringSigner implements Signer {
    private final Keyring keyring;
    private final KeyId id;
    private final VerifierKey key;

    public KeyringSigner(Keyring keyring, KeyId id, String name, SignatureType type) {
        this.keyring = keyring;
        this.id = id;
        if (!keyring.exists(id)) {
            keyring.create(id);
        }
        this.key = new VerifierKey(name, type, Octets.of(keyring.publicKey(id).toArray()));
    }

    @Override
    public VerifierKey key() {
        return key;
    }

    @Override
    public byte[] sign(byte[] message) {
        return keyring.sign(id, message).toArray();
    }
}
