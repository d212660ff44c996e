package org.entente.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.entente.ledger.Fault;
import org.entente.ledger.LedgerException;
import org.entente.ledger.Limits;
import org.entente.ledger.Octets;

/// Cosignature/v1 (C2SP tlog-cosignature, type 0x04): a witness's word that, at that time, this was the largest
/// consistent tree it had seen for the log. It never means agreement with content. A time above
/// [Limits#TIME_SECONDS] is no time: such a line does not verify.
public final class Cosignature {
    private Cosignature() {}

    /// A line over the note text, dated to the second; the result is verified before it is returned.
    public static SignatureLine sign(String text, Signer cosigner, Instant time) {
        VerifierKey key = cosigner.key();
        long seconds = time.getEpochSecond();
        if (key.type() != SignatureType.COSIGNATURE_V1 || seconds <= 0 || !isTime(seconds)) {
            throw new LedgerException(Fault.OUT_OF_RANGE, "cosigner type or time", key.name());
        }
        byte[] signature = cosigner.sign(message(seconds, text));
        byte[] timestamped = ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(seconds)
                .put(signature)
                .array();
        SignatureLine line = new SignatureLine(key.name(), key.keyId(), Octets.of(timestamped));
        if (!key.verifies(text, line)) {
            throw new LedgerException(Fault.SIGNER_FAULTY, key.name());
        }
        return line;
    }

    /// The time a cosignature line carries; verify the line first.
    public static Instant time(SignatureLine line) {
        if (line.signature().sizeBytes() != SignatureType.COSIGNATURE_V1.signatureBytes()) {
            throw new LedgerException(Fault.NOTE_MALFORMED, "not a cosignature");
        }
        long seconds = ByteBuffer.wrap(line.signature().toArray()).getLong();
        if (!isTime(seconds)) {
            throw new LedgerException(Fault.NOTE_MALFORMED, "time of a cosignature");
        }
        return Instant.ofEpochSecond(seconds);
    }

    static boolean isTime(long epochSeconds) {
        return epochSeconds >= 0 && epochSeconds <= Limits.TIME_SECONDS;
    }

    static byte[] message(long epochSeconds, String text) {
        return ("cosignature/v1\ntime " + epochSeconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }
}
