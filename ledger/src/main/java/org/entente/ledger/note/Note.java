package org.entente.ledger.note;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.entente.ledger.Fault;
import org.entente.ledger.LedgerException;
import org.entente.ledger.Limits;
import org.entente.ledger.Octets;
import org.entente.ledger.StrictText;

/// A signed note (C2SP signed-note v1.0.0). Every note has exactly one byte form: `parse(b).bytes()` equals `b`.
/// The text ends in a newline and must not be believed before [#open] says [Opening.Opened].
public record Note(String text, List<SignatureLine> signatures) {
    private static final String SEPARATOR = "\n\n";

    public Note {
        signatures = List.copyOf(signatures);
        boolean sound = text.endsWith("\n")
                && text.codePoints().allMatch(Note::isAllowed)
                && !signatures.isEmpty()
                && signatures.size() <= Limits.NOTE_SIGNATURES;
        if (!sound) {
            throw new LedgerException(Fault.NOTE_MALFORMED, "text or number of signatures");
        }
    }

    public static Note parse(byte[] bytes) {
        if (bytes.length > Limits.NOTE_BYTES) {
            throw new LedgerException(Fault.NOTE_MALFORMED, "size " + bytes.length);
        }
        String whole = StrictText.utf8(bytes, Fault.NOTE_MALFORMED);
        int split = whole.lastIndexOf(SEPARATOR);
        if (split < 0 || !whole.endsWith("\n") || split + SEPARATOR.length() == whole.length()) {
            throw new LedgerException(Fault.NOTE_MALFORMED, "no signatures");
        }
        String lines = whole.substring(split + SEPARATOR.length(), whole.length() - 1);
        return new Note(whole.substring(0, split + 1), parseLines(lines));
    }

    /// Signs the text with each signer; each signature is verified before it is returned.
    public static Note sign(String text, Signer... signers) {
        List<SignatureLine> lines = new ArrayList<>();
        for (Signer signer : signers) {
            lines.add(signatureOf(text, signer));
        }
        return new Note(text, lines);
    }

    public byte[] bytes() {
        StringBuilder out = new StringBuilder(text).append('\n');
        signatures.forEach(line -> out.append(line.text()).append('\n'));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    public Opening open(Collection<VerifierKey> known) {
        List<Opening.Signed> signed = new ArrayList<>();
        for (SignatureLine line : signatures) {
            for (VerifierKey key : known) {
                if (key.isNamedBy(line)) {
                    if (!key.verifies(text, line)) {
                        return new Opening.Forged(key.name());
                    }
                    signed.add(new Opening.Signed(key, line));
                }
            }
        }
        return signed.isEmpty() ? new Opening.Unsigned() : new Opening.Opened(signed);
    }

    /// The same text with more lines; a line by a key that already signed replaces the older one in its place.
    public Note with(List<SignatureLine> lines) {
        List<SignatureLine> merged = new ArrayList<>(signatures);
        for (SignatureLine line : lines) {
            int at = 0;
            while (at < merged.size() && !isBySameKey(merged.get(at), line)) {
                at++;
            }
            if (at < merged.size()) {
                merged.set(at, line);
            } else {
                merged.add(line);
            }
        }
        return new Note(text, merged);
    }

    static List<SignatureLine> parseLines(String lines) {
        List<SignatureLine> parsed = new ArrayList<>();
        for (String line : lines.split("\n", -1)) {
            if (parsed.size() == Limits.NOTE_SIGNATURES) {
                throw new LedgerException(Fault.NOTE_MALFORMED, "too many signatures");
            }
            parsed.add(SignatureLine.parse(line));
        }
        return parsed;
    }

    private static SignatureLine signatureOf(String text, Signer signer) {
        VerifierKey key = signer.key();
        if (key.type() != SignatureType.ED25519) {
            throw new LedgerException(Fault.OUT_OF_RANGE, "signer type", key.name());
        }
        byte[] signature = signer.sign(text.getBytes(StandardCharsets.UTF_8));
        SignatureLine line = new SignatureLine(key.name(), key.keyId(), Octets.of(signature));
        if (!key.verifies(text, line)) {
            throw new LedgerException(Fault.SIGNER_FAULTY, key.name());
        }
        return line;
    }

    private static boolean isBySameKey(SignatureLine one, SignatureLine other) {
        return one.keyName().equals(other.keyName()) && one.keyId() == other.keyId();
    }

    private static boolean isAllowed(int c) {
        return c == '\n' || (c >= ' ' && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE));
    }
}
