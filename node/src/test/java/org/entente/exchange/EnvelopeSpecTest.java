package org.entente.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.entente.kernel.Bytes;
import org.entente.ledger.note.Note;
import org.entente.ledger.note.VerifierKey;
import org.junit.jupiter.api.Test;

/// `spec/envelope.md` is what the program does: its example opens, its keys verify, its receipt answers it.
class EnvelopeSpecTest {
    private final String page = read();

    private static String read() {
        try {
            return Files.readString(Path.of(System.getProperty("entente.root", ".."), "spec", "envelope.md"));
        } catch (IOException absent) {
            throw new IllegalStateException(absent);
        }
    }

    /// The fenced block under the heading `### <name>`.
    private String example(String name) {
        Matcher block = Pattern.compile("### " + Pattern.quote(name) + "\\n+```\\n(.*?)```", Pattern.DOTALL)
                .matcher(page);
        assertTrue(block.find(), "no example " + name);
        return block.group(1);
    }

    private Envelope envelope() {
        Bytes note = Bytes.of(example("Header note").getBytes(StandardCharsets.UTF_8));
        return Envelope.of(
                note,
                Bytes.of(
                        Base64.getDecoder().decode(example("Ciphertext, base64").strip())));
    }

    private VerifierKey key(String heading) {
        return VerifierKey.parse(example(heading).strip());
    }

    @Test
    void theExampleVerifiesAndOpens() {
        Envelope envelope = envelope();
        assertTrue(envelope.isSignedBy(key("Sender's envelope key")));
        assertEquals(envelope, Envelope.parse(envelope.bytes().toArray()));
        byte[] secret =
                HexFormat.of().parseHex(example("Institution's private key").strip());
        byte[] body = Sealing.open(envelope, (encapsulation, info, associatedData, wrapped) -> {
            HPKE hpke = Sealing.hpke();
            var pair = hpke.deserializePrivateKey(
                    secret,
                    new org.bouncycastle.crypto.params.X25519PrivateKeyParameters(secret)
                            .generatePublicKey()
                            .getEncoded());
            try {
                return hpke.setupBaseR(encapsulation, pair, info).open(associatedData, wrapped);
            } catch (InvalidCipherTextException mismatch) {
                throw new GeneralSecurityException(mismatch);
            }
        });
        assertArrayEquals(example("Body").strip().getBytes(StandardCharsets.UTF_8), body);
    }

    @Test
    void theExampleReceiptAnswersTheExampleEnvelope() {
        Bytes note = Bytes.of(example("Receipt").getBytes(StandardCharsets.UTF_8));
        Receipt receipt = Receipt.open(note, key("Receiver's envelope key"));
        assertTrue(receipt.answers(envelope()));
        assertEquals(new Receipt.Verdict.Accepted(), receipt.verdict());
    }

    @Test
    void theExamplePartyFileIsWholeAndHasItsFingerprint() {
        Bytes file = Bytes.of(example("Party file").getBytes(StandardCharsets.UTF_8));
        PartyFile parsed = PartyFile.parse(file);
        assertEquals(key("Sender's envelope key"), parsed.envelope());
        assertEquals(example("Fingerprint").strip(), PartyFile.fingerprint(file));
        assertEquals(new String(file.toArray(), StandardCharsets.UTF_8), written(Note.parse(file.toArray())));
    }

    private static String written(Note note) {
        return new String(note.bytes(), StandardCharsets.UTF_8);
    }
}
