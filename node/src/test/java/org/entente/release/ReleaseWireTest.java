package org.entente.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.EvaluationCode;
import org.entente.kernel.EvidentialStatus;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.PersonClass;
import org.junit.jupiter.api.Test;

class ReleaseWireTest {
    private final Terms terms = new Terms(
            new ReleaseId("00112233445566778899aabbccddeeff"),
            new InstitutionId("us-atf"),
            new InstitutionId("mx-fgr-aic"),
            new EnvelopeId("ffeeddccbbaa99887766554433221100"),
            ReleaseExamples.BASIS,
            ReleaseExamples.terms(ReleaseExamples.NOW.plusSeconds(60), HandlingCode.H1, HandlingCode.H0));
    private final Bytes plain = new Content(List.of(statement(PersonClass.SUSPECT))).encode();

    @Test
    void everyBodyReadsBackAsItWasWritten() {
        ReleaseId id = terms.release();
        assertEquals(terms, Terms.parse(terms.canonical()));
        assertEquals(plain, Content.parse(plain).encode());
        Acknowledgement acknowledgement = new Acknowledgement(id, terms.hash(), ReleaseExamples.NOW);
        assertEquals(acknowledgement, ReceiptWire.parseAcknowledgement(ReceiptWire.encode(acknowledgement)));
        FirstOpening opening = new FirstOpening(id, terms.hash(), ReleaseExamples.PURPOSE, ReleaseExamples.NOW);
        assertEquals(opening, ReceiptWire.parseFirstOpening(ReceiptWire.encode(opening)));
        Recall recall = new Recall(id, "Released in error.", ReleaseExamples.NOW);
        assertEquals(recall, ReceiptWire.parseRecall(ReceiptWire.encode(recall)));
        for (String name : List.of("", "Invented Counsel")) {
            Challenge challenge = new Challenge(
                    new ChallengeId(id.hex()),
                    Side.AGREEMENT,
                    name.isEmpty() ? Challenger.PERSON_CONCERNED : Challenger.COUNSEL,
                    name,
                    "",
                    ChallengeGround.OUT_OF_DATE,
                    "It was another.",
                    LocalDate.of(2026, 11, 20),
                    terms.to(),
                    ReleaseExamples.NOW,
                    ReleaseExamples.NOW.plus(Limits.CHALLENGE_TERM));
            ChallengeWire.Told told = new ChallengeWire.Told(challenge, id, new TreeSet<>(List.of(1, 3)));
            assertEquals(told, ChallengeWire.parseChallenge(Side.AGREEMENT, ChallengeWire.encode(told)));
        }
        ChallengeAnswer answer = new ChallengeAnswer(
                new ChallengeId(id.hex()), id, ChallengeEnding.CORRECTED, "Read again.", id, ReleaseExamples.NOW);
        assertEquals(answer, ChallengeWire.parseAnswer(ChallengeWire.encode(answer)));
        for (Destruction.Cause cause : Destruction.Cause.values()) {
            Destruction destruction = new Destruction(id, terms.hash(), cause, ReleaseExamples.NOW);
            assertEquals(destruction, ReceiptWire.parseDestruction(cause, ReceiptWire.encode(destruction)));
        }
    }

    @Test
    void contentIsTheseBytesWithTheStatusOfItsSubject() {
        String written = new String(plain.toArray(), StandardCharsets.UTF_8);
        assertEquals(
                "{\"statements\":[{\"article\":\"" + ReleaseExamples.BASIS.article() + "\",\"evaluation\":\"X4\","
                        + "\"handling\":[\"H1\"],\"instrument\":\"" + ReleaseExamples.BASIS.instrument()
                        + "\",\"invented\":true,\"personClass\":\"SUSPECT\",\"property\":\"name\","
                        + "\"source\":\"casework\",\"status\":\"CLEARED_BY_COURT\","
                        + "\"value\":\"Invented Ñandú\"}],\"v\":1}",
                written);
        Bytes without = bytes(written.replace("\"status\":\"CLEARED_BY_COURT\",", ""));
        assertThrows(EntenteException.class, () -> Content.parse(without));
        Bytes unknown = bytes(written.replace("CLEARED_BY_COURT", "GUILTY"));
        assertThrows(EntenteException.class, () -> Content.parse(unknown));
    }

    @Test
    void everyReleaseSaysNotForUseOfForce() {
        String text = new String(terms.canonical().toArray(), StandardCharsets.UTF_8);
        assertTrue(
                text.contains("\"notice\":{\"en\":\"not for use of force\",\"es\":\"no para el uso de la fuerza\"}"));
        Bytes without = bytes(text.replace("not for use", "for any use"));
        assertThrows(EntenteException.class, () -> Terms.parse(without));
    }

    @Test
    void everyPrefixOfASealedReleaseIsRefused() {
        byte[] body = sealedBody().toArray();
        for (int size = 0; size < body.length; size++) {
            Bytes prefix = Bytes.of(Arrays.copyOf(body, size));
            assertThrows(EntenteException.class, () -> SealedRelease.parse(prefix), "size " + size);
        }
    }

    @Test
    void mangledTermsContentOrKeyDoNotOpen() {
        byte[] body = sealedBody().toArray();
        for (int at = 0; at < body.length; at++) {
            byte[] mangled = body.clone();
            mangled[at] ^= 1;
            try {
                SealedRelease release = SealedRelease.parse(Bytes.of(mangled));
                int position = at;
                assertThrows(
                        EntenteException.class,
                        () -> ContentCipher.open(release.key(), release.terms().hash(), release.content()),
                        () -> "byte " + position);
            } catch (EntenteException refused) {
                assertTrue(refused.code().number() >= 1000);
            }
        }
    }

    @Test
    void contentOpensUnderItsTermsOnly() {
        try (ContentKey key = ContentKey.random()) {
            Bytes sealed = ContentCipher.seal(key, terms.hash(), plain);
            assertEquals(plain, ContentCipher.open(key, terms.hash(), sealed));
            assertNotEquals(sealed, ContentCipher.seal(key, terms.hash(), plain));
            Bytes other = ReleaseWire.sha256(terms.hash());
            assertThrows(EntenteException.class, () -> ContentCipher.open(key, other, sealed));
        }
    }

    @Test
    void contentAboutAProtectedPersonIsRefusedAtTheReceiverToo() {
        Bytes content = new Content(List.of(statement(PersonClass.WITNESS))).encode();
        assertThrows(EntenteException.class, () -> Content.parse(content));
    }

    @Test
    void aContentKeyDoesNotPrint() {
        try (ContentKey key = ContentKey.random()) {
            assertEquals("ContentKey[redacted]", key.toString());
        }
    }

    private Bytes sealedBody() {
        try (ContentKey key = ContentKey.random()) {
            return new SealedRelease(terms, ContentCipher.seal(key, terms.hash(), plain), key).encode();
        }
    }

    private static ReleasedStatement statement(PersonClass personClass) {
        return new ReleasedStatement(
                "name",
                "Invented Ñandú",
                "casework",
                null,
                true,
                null,
                ReleaseExamples.BASIS,
                Set.of(HandlingCode.H1),
                EvaluationCode.X4,
                personClass,
                EvidentialStatus.CLEARED_BY_COURT);
    }

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
