package org.entente.exchange;

import java.util.Base64;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.json.Json;
import org.entente.kernel.json.MemberReader;

/// How the body is closed, and what the sender commits to: `wrapped` is the content key sealed by HPKE to the
/// institution key `keyId`, `encapsulation` its `enc`; `commitment` = SHA-256("entente/ck" | content key), because
/// AES-GCM alone lets one ciphertext open to two texts under two keys; `ciphertextHash` is SHA-256.
record Seal(String keyId, Bytes encapsulation, Bytes wrapped, Bytes commitment, Bytes ciphertextHash) {
    /// RFC 9180 base mode with KEM 0x0020, KDF 0x0001, AEAD 0x0002; body under AES-256-GCM. There is one suite and no
    /// fallback: another name is refused.
    static final String SUITE = "HPKE-base-X25519-HKDF-SHA256-AES-256-GCM/AES-256-GCM";

    private static final int HASH_BYTES = 32;
    private static final int ENCAPSULATION_BYTES = 32;
    /// A 32-byte content key and the tag.
    private static final int WRAPPED_BYTES = 48;

    Json.Members toJson() {
        return Json.members()
                .with("suite", SUITE)
                .with("key", keyId)
                .with("enc", base64(encapsulation))
                .with("wrapped", base64(wrapped))
                .with("commitment", base64(commitment))
                .with("ciphertext", base64(ciphertextHash))
                .build();
    }

    static Seal parse(Json.Members members) {
        MemberReader reader = members.reader();
        if (!reader.text("suite").equals(SUITE)) {
            throw new EntenteException(ExchangeCode.ENVELOPE_MALFORMED, "suite");
        }
        Seal seal = new Seal(
                reader.text("key", 16),
                reader.base64("enc", ENCAPSULATION_BYTES),
                reader.base64("wrapped", WRAPPED_BYTES),
                reader.base64("commitment", HASH_BYTES),
                reader.base64("ciphertext", HASH_BYTES));
        reader.end();
        return seal;
    }

    static String base64(Bytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.toArray());
    }
}
