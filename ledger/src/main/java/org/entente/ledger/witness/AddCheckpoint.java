package org.entente.ledger.witness;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.entente.ledger.Fault;
import org.entente.ledger.Hash;
import org.entente.ledger.LedgerException;
import org.entente.ledger.Limits;
import org.entente.ledger.StrictText;
import org.entente.ledger.checkpoint.SignedCheckpoint;

/// The body of `POST add-checkpoint` (C2SP tlog-witness v1.0.0): `old <size>`, proof lines, an empty line, the
/// checkpoint. `parse(b).bytes()` equals `b`.
public record AddCheckpoint(long oldSize, List<Hash> proof, SignedCheckpoint signed) {
    private static final String OLD = "old ";

    public AddCheckpoint {
        proof = List.copyOf(proof);
        if (oldSize < 0 || proof.size() > Limits.PROOF_HASHES) {
            throw new LedgerException(Fault.REQUEST_MALFORMED, "old size or proof lines");
        }
    }

    public static AddCheckpoint parse(byte[] bytes) {
        if (bytes.length > Limits.NOTE_BYTES) {
            throw new LedgerException(Fault.REQUEST_MALFORMED, "size " + bytes.length);
        }
        int split = blankLine(bytes);
        String[] lines = StrictText.utf8(Arrays.copyOf(bytes, split), Fault.REQUEST_MALFORMED)
                .split("\n", -1);
        if (!lines[0].startsWith(OLD) || lines.length - 1 > Limits.PROOF_HASHES) {
            throw new LedgerException(Fault.REQUEST_MALFORMED, "old line or proof lines");
        }
        long oldSize = StrictText.decimal(lines[0].substring(OLD.length()), Fault.REQUEST_MALFORMED);
        List<Hash> proof = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            proof.add(Hash.fromBase64(lines[i]));
        }
        byte[] checkpoint = Arrays.copyOfRange(bytes, split + 2, bytes.length);
        return new AddCheckpoint(oldSize, proof, SignedCheckpoint.parse(checkpoint));
    }

    public byte[] bytes() {
        StringBuilder head = new StringBuilder(OLD).append(oldSize).append('\n');
        proof.forEach(hash -> head.append(hash.base64()).append('\n'));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.append('\n').toString().getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(signed.bytes());
        return out.toByteArray();
    }

    private static int blankLine(byte[] bytes) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] == '\n' && bytes[i + 1] == '\n') {
                return i;
            }
        }
        throw new LedgerException(Fault.REQUEST_MALFORMED, "no checkpoint");
    }
}
