package org.entente.ledger.note;

import java.util.Arrays;
import java.util.Optional;

/// The signature types this library signs and verifies (C2SP signed-note, "Signature types"). Lines of other types
/// are kept and ignored.
public enum SignatureType {
    /// Over the note text.
    ED25519(0x01, Ed25519.SIGNATURE_BYTES),
    /// A cosignature/v1: 8-byte time in seconds, then Ed25519 over a header, the time and the note text.
    COSIGNATURE_V1(0x04, Long.BYTES + Ed25519.SIGNATURE_BYTES);

    private final int identifier;
    private final int signatureBytes;

    SignatureType(int identifier, int signatureBytes) {
        this.identifier = identifier;
        this.signatureBytes = signatureBytes;
    }

    /// The identifier byte, 0 to 255.
    public int identifier() {
        return identifier;
    }

    int signatureBytes() {
        return signatureBytes;
    }

    static Optional<SignatureType> of(int identifier) {
        return Arrays.stream(values())
                .filter(type -> type.identifier == identifier)
                .findFirst();
    }
}
