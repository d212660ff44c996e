package org.entente.exchange;

import java.util.Arrays;
import java.util.Base64;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.json.Json;
import org.entente.kernel.json.MemberReader;
import org.entente.ledger.LedgerException;
import org.entente.ledger.note.Note;
import org.entente.ledger.note.Signer;
import org.entente.ledger.note.VerifierKey;

/// One message of a synchronous call: a signed note whose text is one line of strict JSON, a line feed, and a payload.
/// The line is `{"<kind>":{...},"payload":"<SHA-256, base64>"}`, so the signature covers the payload too.
///
/// @param hash SHA-256 of the note, the name of the whole message
public record SignedFrame(Json.Members content, Bytes payload, Bytes hash) {
    private static final int HASH_BYTES = 32;

    /// Signs under an envelope key.
    public static Bytes sign(String kind, Json.Members content, Bytes payload, Signer signer) {
        byte[] carried = payload.toArray();
        Json.Members line = Json.members()
                .with(kind, content)
                .with(
                        "payload",
                        Base64.getEncoder().encodeToString(sha256(carried).toArray()))
                .build();
        byte[] note = Note.sign(Envelope.line(line), signer).bytes();
        byte[] frame = Arrays.copyOf(note, note.length + 1 + carried.length);
        frame[note.length] = '\n';
        System.arraycopy(carried, 0, frame, note.length + 1, carried.length);
        return Bytes.of(frame);
    }

    /// @throws EntenteException FRAME_MALFORMED or FRAME_FORGED
    public static SignedFrame open(String kind, Bytes frame, VerifierKey key) {
        byte[] bytes = frame.toArray();
        int noteEnd = noteEnd(bytes);
        byte[] noteBytes = Arrays.copyOf(bytes, noteEnd);
        Bytes payload = Bytes.of(Arrays.copyOfRange(bytes, noteEnd + 1, bytes.length));
        try {
            Note note = Note.parse(noteBytes);
            if (note.signatures().size() != 1 || !Envelope.isSignedBy(note, key)) {
                throw new EntenteException(ExchangeCode.FRAME_FORGED);
            }
            MemberReader reader =
                    Envelope.readLine(note.text(), Limits.HEADER_BYTES).reader();
            Json.Members content = reader.members(kind);
            Bytes payloadHash = reader.base64("payload", HASH_BYTES);
            reader.end();
            if (!payloadHash.equals(sha256(payload.toArray()))) {
                throw malformed("payload");
            }
            return new SignedFrame(content, payload, sha256(noteBytes));
        } catch (LedgerException | IllegalArgumentException broken) {
            throw new EntenteException(ExchangeCode.FRAME_MALFORMED, broken, "note");
        }
    }

    /// The name of a whole message, without a look at its signature.
    public static Bytes hash(Bytes frame) {
        byte[] bytes = frame.toArray();
        return sha256(Arrays.copyOf(bytes, noteEnd(bytes)));
    }

    /// The note ends with the line feed of its signature line, before the second empty line.
    private static int noteEnd(byte[] bytes) {
        int textEnd = emptyLine(bytes, 0);
        return emptyLine(bytes, textEnd + 2) + 1;
    }

    private static int emptyLine(byte[] bytes, int from) {
        int most = Math.min(bytes.length, Limits.NOTE_BYTES) - 1;
        for (int i = from; i < most; i++) {
            if (bytes[i] == '\n' && bytes[i + 1] == '\n') {
                return i;
            }
        }
        throw malformed("note");
    }

    private static Bytes sha256(byte[] bytes) {
        return Envelope.sha256(bytes);
    }

    private static EntenteException malformed(String what) {
        return new EntenteException(ExchangeCode.FRAME_MALFORMED, what);
    }
}
