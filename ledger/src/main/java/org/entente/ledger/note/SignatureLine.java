package org.entente.ledger.note;

import java.nio.ByteBuffer;
import org.entente.ledger.Base64Text;
import org.entente.ledger.Fault;
import org.entente.ledger.LedgerException;
import org.entente.ledger.Limits;
import org.entente.ledger.Octets;

/// One line under a note: `— <key name> <base64(key id | signature)>`.
public record SignatureLine(String keyName, int keyId, Octets signature) {
    static final String DASH = "\u2014 ";

    public SignatureLine {
        KeyName.check(keyName, Fault.NOTE_MALFORMED);
        if (signature.sizeBytes() == 0) {
            throw new LedgerException(Fault.NOTE_MALFORMED, "empty signature");
        }
    }

    /// One line without its newline.
    public static SignatureLine parse(String line) {
        int space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space < 0 || line.length() > Limits.NOTE_BYTES) {
            throw new LedgerException(Fault.NOTE_MALFORMED, "not a signature line");
        }
        byte[] bytes = Base64Text.decode(line.substring(space + 1), Fault.NOTE_MALFORMED);
        if (bytes.length <= Integer.BYTES) {
            throw new LedgerException(Fault.NOTE_MALFORMED, "signature size " + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int keyId = buffer.getInt();
        byte[] signature = new byte[buffer.remaining()];
        buffer.get(signature);
        return new SignatureLine(line.substring(DASH.length(), space), keyId, Octets.of(signature));
    }

    /// The line without its newline.
    public String text() {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES + signature.sizeBytes())
                .putInt(keyId)
                .put(signature.toArray())
                .array();
        return DASH + keyName + " " + Base64Text.encode(bytes);
    }
}
