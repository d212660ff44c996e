package org.entente.ledger.checkpoint;

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
import org.entente.ledger.merkle.InclusionProof;

/// A `.tlog-proof` file (C2SP tlog-proof): an inclusion proof and the checkpoint it leads to. The optional `extra`
/// line is not authenticated by anyone, so we neither write nor accept it.
public record TlogProof(InclusionProof inclusion, SignedCheckpoint signed) {
    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String INDEX = "index ";

    public TlogProof {
        if (inclusion.size() != signed.checkpoint().size()) {
            throw new LedgerException(Fault.PROOF_MALFORMED, "proof and checkpoint differ in size");
        }
    }

    public static TlogProof parse(byte[] bytes) {
        if (bytes.length > Limits.NOTE_BYTES) {
            throw new LedgerException(Fault.PROOF_MALFORMED, "size " + bytes.length);
        }
        int split = blankLine(bytes);
        String[] lines = StrictText.utf8(Arrays.copyOf(bytes, split), Fault.PROOF_MALFORMED)
                .split("\n", -1);
        if (lines.length < 2 || !lines[0].equals(HEADER) || !lines[1].startsWith(INDEX)) {
            throw new LedgerException(Fault.PROOF_MALFORMED, "header or index line");
        }
        if (lines.length - 2 > Limits.PROOF_HASHES) {
            throw new LedgerException(Fault.PROOF_MALFORMED, "too many hashes");
        }
        long index = StrictText.decimal(lines[1].substring(INDEX.length()), Fault.PROOF_MALFORMED);
        List<Hash> hashes = new ArrayList<>();
        for (int i = 2; i < lines.length; i++) {
            hashes.add(Hash.fromBase64(lines[i]));
        }
        SignedCheckpoint signed = SignedCheckpoint.parse(Arrays.copyOfRange(bytes, split + 2, bytes.length));
        return new TlogProof(new InclusionProof(index, signed.checkpoint().size(), hashes), signed);
    }

    public byte[] bytes() {
        StringBuilder head = new StringBuilder(HEADER).append('\n');
        head.append(INDEX).append(inclusion.index()).append('\n');
        inclusion.hashes().forEach(hash -> head.append(hash.base64()).append('\n'));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        out.writeBytes(signed.bytes());
        return out.toByteArray();
    }

    /// The offset of the first empty line's preceding newline.
    private static int blankLine(byte[] bytes) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] == '\n' && bytes[i + 1] == '\n') {
                return i;
            }
        }
        throw new LedgerException(Fault.PROOF_MALFORMED, "no checkpoint");
    }
}
