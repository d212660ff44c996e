package org.entente.ledger.note;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.entente.ledger.Keys;
import org.entente.ledger.LedgerException;
import org.entente.ledger.Limits;
import org.entente.ledger.Octets;
import org.entente.ledger.SharedData;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class NoteTest {
    private static final String C2SP_VKEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private static final String C2SP_NOTE = """
            This is an example message.

            — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;

    @Test
    void theExampleOfTheSpecificationVerifies() {
        assertTrue(opens(C2SP_NOTE.getBytes(StandardCharsets.UTF_8), VerifierKey.parse(C2SP_VKEY)));
    }

    @Test
    void publishedNotesVerifyAndNoMangledByteDoes() {
        for (JsonNode vector : SharedData.json("notes/notes.json")) {
            VerifierKey key = VerifierKey.parse(vector.get("vkey").asString());
            assertEquals(vector.get("vkey").asString(), key.text());
            byte[] note = vector.get("note").asString().getBytes(StandardCharsets.UTF_8);
            assertArrayEquals(note, Note.parse(note).bytes());
            assertTrue(opens(note, key), vector.get("source").asString());
            int ours = lineStart(note, key);
            int text = Note.parse(note).text().getBytes(StandardCharsets.UTF_8).length;
            for (int i = 0; i < note.length; i++) {
                byte[] mangled = note.clone();
                mangled[i] ^= 1;
                boolean covered = i < text || (i >= ours && i < lineEnd(note, ours));
                assertTrue(!covered || !opens(mangled, key), "byte " + i);
            }
        }
    }

    @Test
    void everyPrefixIsRefused() {
        byte[] note = C2SP_NOTE.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < note.length; i++) {
            byte[] prefix = Arrays.copyOf(note, i);
            assertThrows(LedgerException.class, () -> Note.parse(prefix));
        }
    }

    @Test
    void unknownKeysAreIgnoredAndForgedKnownKeysRejectTheNote() {
        Ed25519Key known = Keys.log("a.example/log");
        Ed25519Key unknown = Keys.key("a.example/log", SignatureType.ED25519, 1);
        Note note = Note.sign("text\n", unknown, known);
        assertInstanceOf(Opening.Opened.class, note.open(List.of(known.key())));
        SignatureLine forged = new SignatureLine("a.example/log", known.key().keyId(), Octets.of(new byte[64]));
        Note forgedNote = new Note("text\n", List.of(unknownLine(note), forged));
        assertInstanceOf(Opening.Forged.class, forgedNote.open(List.of(known.key(), unknown.key())));
        assertInstanceOf(
                Opening.Unsigned.class,
                note.open(List.of(Keys.log("b.example/log").key())));
    }

    @Test
    void sixteenSignaturesAreReadAndTooManyRefused() {
        List<Ed25519Key> keys = new ArrayList<>();
        for (int i = 0; i < Limits.NOTE_SIGNATURES; i++) {
            keys.add(Keys.key("a.example/log", SignatureType.ED25519, i));
        }
        Note note = Note.sign("text\n", keys.toArray(Signer[]::new));
        assertEquals(note, Note.parse(note.bytes()));
        byte[] more = (new String(note.bytes(), StandardCharsets.UTF_8)
                        + note.signatures().getFirst().text() + "\n")
                .getBytes(StandardCharsets.UTF_8);
        assertThrows(LedgerException.class, () -> Note.parse(more));
        assertThrows(LedgerException.class, () -> Note.parse(new byte[Limits.NOTE_BYTES + 1]));
    }

    @Test
    void theGoPrivateKeyTextGivesItsPublicKey() {
        String secret = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
        Ed25519Key key = Ed25519Key.parse(secret);
        assertEquals(
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                key.key().text());
        assertEquals(secret, key.secretText());
        assertFalse(key.toString().contains("AYEKFALVFG"));
    }

    @Test
    void aVkeyWithAnyFlippedByteIsRefusedOrNamesAnotherKey() {
        byte[] vkey = C2SP_VKEY.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < vkey.length; i++) {
            byte[] mangled = vkey.clone();
            mangled[i] ^= 1;
            String text = new String(mangled, StandardCharsets.ISO_8859_1);
            assertThrows(LedgerException.class, () -> VerifierKey.parse(text), text);
        }
    }

    @Test
    void namesWithSpacesPlusOrControlsAreRefused() {
        for (String name : List.of("", "a b", "a+b", "a\u00a0b", "a\u2003b", "a\u0085b", "a\tb", "a\ud800b")) {
            assertThrows(LedgerException.class, () -> Keys.log(name), name);
        }
    }

    @Test
    void controlCharactersAndIllFormedUtf8AreRefused() {
        for (String bad : List.of("te\txt", "te\rxt", "te\u0000xt")) {
            byte[] bytes = C2SP_NOTE.replace("message", bad).getBytes(StandardCharsets.UTF_8);
            assertThrows(LedgerException.class, () -> Note.parse(bytes));
        }
        byte[] bytes = C2SP_NOTE.getBytes(StandardCharsets.UTF_8);
        bytes[3] = (byte) 0xff;
        assertThrows(LedgerException.class, () -> Note.parse(bytes));
    }

    /// Above the year 9999 a time cannot be written, and far above it none can be made.
    @Test
    void aCosignatureOfATimeBeyondTheYear9999IsNone() {
        Ed25519Key witness = Keys.witness("w.example/witness");
        String text = "log\n1\nroot\n";
        Instant last = Instant.ofEpochSecond(Limits.TIME_SECONDS);
        assertEquals("9999-12-31T23:59:59Z", last.toString());
        assertEquals(last, Cosignature.time(Cosignature.sign(text, witness, last)));
        assertThrows(LedgerException.class, () -> Cosignature.sign(text, witness, last.plusSeconds(1)));
        for (long seconds : new long[] {Limits.TIME_SECONDS + 1, 31_556_889_864_403_200L, Long.MAX_VALUE, -1}) {
            SignatureLine line = Cosignatures.at(seconds, text, witness);
            assertFalse(witness.key().verifies(text, line), Long.toString(seconds));
            assertThrows(LedgerException.class, () -> Cosignature.time(line));
        }
    }

    @Test
    void aCosignatureCoversItsTime() {
        Ed25519Key witness = Keys.witness("w.example/witness");
        SignatureLine line = Cosignature.sign("log\n1\nroot\n", witness, Instant.ofEpochSecond(1_764_000_000));
        assertEquals(Instant.ofEpochSecond(1_764_000_000), Cosignature.time(line));
        byte[] later = line.signature().toArray();
        later[7] ^= 1;
        SignatureLine moved = new SignatureLine(line.keyName(), line.keyId(), Octets.of(later));
        assertTrue(witness.key().verifies("log\n1\nroot\n", line));
        assertFalse(witness.key().verifies("log\n1\nroot\n", moved));
    }

    private static SignatureLine unknownLine(Note note) {
        return note.signatures().getFirst();
    }

    private static boolean opens(byte[] bytes, VerifierKey key) {
        try {
            return Note.parse(bytes).open(List.of(key)) instanceof Opening.Opened;
        } catch (LedgerException e) {
            return false;
        }
    }

    private static int lineStart(byte[] note, VerifierKey key) {
        String latin = new String(note, StandardCharsets.ISO_8859_1);
        return latin.lastIndexOf("\u00e2\u0080\u0094 " + key.name() + " ");
    }

    private static int lineEnd(byte[] note, int start) {
        int end = start;
        while (note[end] != '\n') {
            end++;
        }
        return end + 1;
    }
}
