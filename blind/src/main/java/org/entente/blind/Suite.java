package org.entente.blind;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// A cipher suite of RFC 9497 section 4. Its identifier goes on the wire, so that a second suite can stand beside
/// the first without a guess and without a silent fallback.
public enum Suite {
    /// RFC 9497 section 4.1.
    RISTRETTO255_SHA512("ristretto255-SHA512", 32, 32, 64);

    private final String identifier;
    private final int elementSizeBytes;
    private final int scalarSizeBytes;
    private final int outputSizeBytes;

    Suite(String identifier, int elementSizeBytes, int scalarSizeBytes, int outputSizeBytes) {
        this.identifier = identifier;
        this.elementSizeBytes = elementSizeBytes;
        this.scalarSizeBytes = scalarSizeBytes;
        this.outputSizeBytes = outputSizeBytes;
    }

    public static Optional<Suite> ofIdentifier(String identifier) {
        return Arrays.stream(values())
                .filter(suite -> suite.identifier.equals(identifier))
                .findFirst();
    }

    public String identifier() {
        return identifier;
    }

    /// Ne of the RFC: the size of a serialised element and of a public key.
    public int elementSizeBytes() {
        return elementSizeBytes;
    }

    /// Ns of the RFC: the size of a serialised scalar, and of the seed that a key is derived from.
    public int scalarSizeBytes() {
        return scalarSizeBytes;
    }

    /// Nh of the RFC: the size of a PRF output.
    public int outputSizeBytes() {
        return outputSizeBytes;
    }

    public int proofSizeBytes() {
        return 2 * scalarSizeBytes;
    }

    /// `contextString` of RFC 9497 section 3.1 for mode 1 (VOPRF).
    byte[] contextString() {
        return ("OPRFV1-\u0001-" + identifier).getBytes(StandardCharsets.ISO_8859_1);
    }

    Group group(Sodium sodium) {
        return switch (this) {
            case RISTRETTO255_SHA512 -> new Ristretto255(sodium);
        };
    }
}
