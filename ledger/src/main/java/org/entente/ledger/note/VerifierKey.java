package org.entente.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.entente.ledger.Base64Text;
import org.entente.ledger.Fault;
import org.entente.ledger.Hash;
import org.entente.ledger.LedgerException;
import org.entente.ledger.Octets;

/// A public key with its name and signature type; its text form is the vkey of C2SP signed-note:
/// `<name>+<key id, 8 hex>+<base64(type | key)>`. Construction refuses a name or key that is not sound.
public record VerifierKey(String name, SignatureType type, Octets publicKey) {
    public VerifierKey {
        KeyName.check(name, Fault.KEY_MALFORMED);
        if (!Ed25519.isSoundKey(publicKey.toArray())) {
            throw new LedgerException(Fault.KEY_MALFORMED, "public key not sound", name);
        }
    }

    /// Refuses with [Fault#KEY_MALFORMED] a text whose key id does not belong to its key.
    public static VerifierKey parse(String vkey) {
        String[] parts = vkey.split("\\+", 3);
        if (parts.length != 3) {
            throw new LedgerException(Fault.KEY_MALFORMED, "not name+id+key");
        }
        byte[] material = Base64Text.decode(parts[2], Fault.KEY_MALFORMED);
        if (material.length != 1 + Ed25519.KEY_BYTES) {
            throw new LedgerException(Fault.KEY_MALFORMED, "key size " + material.length);
        }
        SignatureType type = SignatureType.of(material[0] & 0xff)
                .orElseThrow(() -> new LedgerException(Fault.KEY_MALFORMED, "type " + (material[0] & 0xff)));
        VerifierKey key = new VerifierKey(parts[0], type, Octets.of(Arrays.copyOfRange(material, 1, material.length)));
        if (!HexFormat.of().toHexDigits(key.keyId()).equals(parts[1])) {
            throw new LedgerException(Fault.KEY_MALFORMED, "key id differs", parts[0]);
        }
        return key;
    }

    /// The first four bytes, big-endian, of SHA-256(name, LF, type, key).
    public int keyId() {
        byte[] prefix = (name + "\n").getBytes(StandardCharsets.UTF_8);
        Hash hash = Hash.sha256(prefix, new byte[] {(byte) type.identifier()}, publicKey.toArray());
        return ByteBuffer.wrap(hash.toArray()).getInt();
    }

    /// The vkey.
    public String text() {
        byte[] material = ByteBuffer.allocate(1 + publicKey.sizeBytes())
                .put((byte) type.identifier())
                .put(publicKey.toArray())
                .array();
        return name + "+" + HexFormat.of().toHexDigits(keyId()) + "+" + Base64Text.encode(material);
    }

    /// Whether the line claims this very key: same name and key id.
    public boolean isNamedBy(SignatureLine line) {
        return line.keyName().equals(name) && line.keyId() == keyId();
    }

    /// Whether the line is this key's valid signature over the note text.
    public boolean verifies(String text, SignatureLine line) {
        byte[] signature = line.signature().toArray();
        if (!isNamedBy(line) || signature.length != type.signatureBytes()) {
            return false;
        }
        return switch (type) {
            case ED25519 ->
                Ed25519.verifiesUnderSoundKey(publicKey.toArray(), text.getBytes(StandardCharsets.UTF_8), signature);
            case COSIGNATURE_V1 -> {
                long time = ByteBuffer.wrap(signature).getLong();
                yield Cosignature.isTime(time)
                        && Ed25519.verifiesUnderSoundKey(
                                publicKey.toArray(),
                                Cosignature.message(time, text),
                                Arrays.copyOfRange(signature, Long.BYTES, signature.length));
            }
        };
    }
}
