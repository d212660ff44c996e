package org.entente.ledger.note;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.entente.ledger.Base64Text;
import org.entente.ledger.Fault;
import org.entente.ledger.LedgerException;
import org.entente.ledger.Octets;

/// An Ed25519 private key held on the heap. Its text form is the one of golang.org/x/mod/sumdb/note:
/// `PRIVATE+KEY+<name>+<key id>+<base64(type | seed)>`.
public final class Ed25519Key implements Signer {
    private static final String PREFIX = "PRIVATE+KEY+";

    private final VerifierKey key;
    private final byte[] seed;

    private Ed25519Key(VerifierKey key, byte[] seed) {
        this.key = key;
        this.seed = seed;
    }

    /// From the 32-byte seed of RFC 8032.
    public static Ed25519Key ofSeed(String name, SignatureType type, byte[] seed) {
        if (seed.length != Ed25519.KEY_BYTES) {
            throw new LedgerException(Fault.KEY_MALFORMED, "seed size " + seed.length);
        }
        Octets publicKey = Octets.of(Ed25519.publicKey(seed));
        return new Ed25519Key(new VerifierKey(name, type, publicKey), seed.clone());
    }

    public static Ed25519Key parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new LedgerException(Fault.KEY_MALFORMED, "not a private key");
        }
        String[] parts = text.substring(PREFIX.length()).split("\\+", 3);
        if (parts.length != 3) {
            throw new LedgerException(Fault.KEY_MALFORMED, "not name+id+key");
        }
        byte[] material = Base64Text.decode(parts[2], Fault.KEY_MALFORMED);
        if (material.length == 0) {
            throw new LedgerException(Fault.KEY_MALFORMED, "empty key");
        }
        SignatureType type = SignatureType.of(material[0] & 0xff)
                .orElseThrow(() -> new LedgerException(Fault.KEY_MALFORMED, "type " + (material[0] & 0xff)));
        Ed25519Key parsed = ofSeed(parts[0], type, Arrays.copyOfRange(material, 1, material.length));
        if (!HexFormat.of().toHexDigits(parsed.key.keyId()).equals(parts[1])) {
            throw new LedgerException(Fault.KEY_MALFORMED, "key id differs", parts[0]);
        }
        return parsed;
    }

    /// Secret: the whole private key.
    public String secretText() {
        byte[] material = ByteBuffer.allocate(1 + seed.length)
                .put((byte) key.type().identifier())
                .put(seed)
                .array();
        return PREFIX + key.name() + "+" + HexFormat.of().toHexDigits(key.keyId()) + "+" + Base64Text.encode(material);
    }

    @Override
    public VerifierKey key() {
        return key;
    }

    @Override
    public byte[] sign(byte[] message) {
        return Ed25519.sign(seed, message);
    }

    @Override
    public String toString() {
        return "Ed25519Key[" + key.text() + "]";
    }
}
