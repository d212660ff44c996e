package org.entente.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.entente.kernel.Bytes;
import org.entente.kernel.InstitutionId;

/// The public keys of one institution: `sealingKey` X25519 for HPKE, `signingKey` Ed25519 for consents, 32 bytes each;
/// both end at `expires`.
public record InstitutionKey(InstitutionId institution, Bytes sealingKey, Bytes signingKey, Instant expires) {
    private static final byte[] LABEL = "entente/institution-key".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY_BYTES = 32;
    private static final int ID_HEX_DIGITS = 16;

    public InstitutionKey {
        if (sealingKey.sizeBytes() != KEY_BYTES || signingKey.sizeBytes() != KEY_BYTES) {
            throw new IllegalArgumentException("institution keys are 32 bytes: " + institution);
        }
    }

    /// The name of the sealing key in a header: the first 8 bytes of SHA-256("entente/institution-key" | key) in hex.
    /// It tells a rotated key from its successor; the signature, not this, protects the choice.
    public String id() {
        return Envelope.sha256(LABEL, sealingKey.toArray()).hex().substring(0, ID_HEX_DIGITS);
    }

    public boolean isExpired(Instant at) {
        return !at.isBefore(expires);
    }
}
