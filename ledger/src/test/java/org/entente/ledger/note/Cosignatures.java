package org.entente.ledger.note;

import java.nio.ByteBuffer;
import org.entente.ledger.Octets;

/// Lines that an honest witness never makes.
public final class Cosignatures {
    private Cosignatures() {}

    /// Truly signed, dated anything.
    public static SignatureLine at(long epochSeconds, String text, Ed25519Key witness) {
        byte[] signature = witness.sign(Cosignature.message(epochSeconds, text));
        byte[] dated = ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(epochSeconds)
                .put(signature)
                .array();
        return new SignatureLine(witness.key().name(), witness.key().keyId(), Octets.of(dated));
    }
}
