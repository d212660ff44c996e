package org.entente.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.json.Json;
import org.entente.kernel.json.MemberReader;
import org.entente.ledger.LedgerException;
import org.entente.ledger.note.Note;
import org.entente.ledger.note.Opening;
import org.entente.ledger.note.Signer;
import org.entente.ledger.note.VerifierKey;

/// An envelope as it crosses: a signed note over one line of strict JSON, an empty line, the ciphertext. Made once,
/// never changed; a retry sends the same bytes. Holding one proves nothing before [#isSignedBy].
record Envelope(ClearHeader header, Seal seal, Note note, Bytes ciphertext) {
    /// Header and seal, signed. The ciphertext must be the one the seal was made over.
    static Envelope sign(ClearHeader header, Seal seal, Bytes ciphertext, Signer signer) {
        Json.Members text = Json.members()
                .with("header", header.toJson())
                .with("seal", seal.toJson())
                .build();
        return new Envelope(header, seal, Note.sign(line(text), signer), ciphertext);
    }

    /// @throws EntenteException ENVELOPE_MALFORMED unless the bytes are one envelope in its only form, the ciphertext's
    ///     hash included
    static Envelope parse(byte[] bytes) {
        if (bytes.length > Limits.ENVELOPE_BYTES) {
            throw new EntenteException(ExchangeCode.ENVELOPE_TOO_LARGE, Integer.toString(Limits.ENVELOPE_BYTES));
        }
        int textEnd = emptyLine(bytes, 0);
        int noteEnd = emptyLine(bytes, textEnd + 1);
        return of(
                Bytes.of(Arrays.copyOf(bytes, noteEnd)),
                Bytes.of(Arrays.copyOfRange(bytes, noteEnd + 1, bytes.length)));
    }

    /// From the two parts a store keeps.
    static Envelope of(Bytes noteBytes, Bytes ciphertext) {
        Envelope envelope = parse(noteBytes, ciphertext);
        if (!sha256(ciphertext.toArray()).equals(envelope.seal.ciphertextHash())) {
            throw malformed("ciphertext hash", null);
        }
        return envelope;
    }

    /// As [#of], when the ciphertext has been destroyed: header and proof stay readable.
    static Envelope withoutBody(Bytes noteBytes) {
        return parse(noteBytes, Bytes.of(new byte[0]));
    }

    private static Envelope parse(Bytes noteBytes, Bytes ciphertext) {
        try {
            Note note = Note.parse(noteBytes.toArray());
            if (note.signatures().size() != 1) {
                throw malformed("number of signatures", null);
            }
            MemberReader reader = readLine(note.text(), Limits.HEADER_BYTES).reader();
            Envelope envelope = new Envelope(
                    ClearHeader.parse(reader.members("header")), Seal.parse(reader.members("seal")), note, ciphertext);
            reader.end();
            return envelope;
        } catch (LedgerException broken) {
            throw malformed("note", broken);
        }
    }

    boolean isSignedBy(VerifierKey key) {
        return isSignedBy(note, key);
    }

    /// Whether every line of a known key verifies and the one known key is this one.
    static boolean isSignedBy(Note note, VerifierKey key) {
        return switch (note.open(java.util.List.of(key))) {
            case Opening.Opened _ -> true;
            case Opening.Forged _ -> false;
            case Opening.Unsigned _ -> false;
        };
    }

    Bytes noteBytes() {
        return Bytes.of(note.bytes());
    }

    /// What leaves and receipts name: SHA-256 of the signed header. It commits to the ciphertext, so a proof needs no
    /// body and a destroyed body leaves the proof whole.
    Bytes hash() {
        return sha256(note.bytes());
    }

    Bytes bytes() {
        byte[] head = note.bytes();
        byte[] whole = Arrays.copyOf(head, head.length + 1 + ciphertext.sizeBytes());
        whole[head.length] = '\n';
        System.arraycopy(ciphertext.toArray(), 0, whole, head.length + 1, ciphertext.sizeBytes());
        return Bytes.of(whole);
    }

    static String line(Json json) {
        return new String(json.encode().toArray(), StandardCharsets.UTF_8) + "\n";
    }

    /// The inverse of [#line].
    static Json.Members readLine(String text, int maxBytes) {
        byte[] line = text.substring(0, text.length() - 1).getBytes(StandardCharsets.UTF_8);
        return Json.parseMembers(line, maxBytes);
    }

    static Bytes sha256(byte[]... parts) {
        return Bytes.of(org.entente.ledger.Hash.sha256(parts).toArray());
    }

    /// The offset of the second of two newlines in a row.
    private static int emptyLine(byte[] bytes, int from) {
        int end = Math.min(bytes.length, Limits.NOTE_BYTES);
        for (int i = from + 1; i < end; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\n') {
                return i;
            }
        }
        throw malformed("framing", null);
    }

    private static EntenteException malformed(String what, @org.jspecify.annotations.Nullable Throwable cause) {
        return new EntenteException(ExchangeCode.ENVELOPE_MALFORMED, cause, what);
    }
}
