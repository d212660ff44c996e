package org.entente.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Purpose;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SealingTest {
    private static final Instant CREATED = Instant.parse("2026-11-23T10:00:00Z");
    private final TestParty us = new TestParty("US");
    private final TestParty mx = new TestParty("MX");
    private final byte[] body = "{\"question\":\"¿de quién es?\"}".getBytes(StandardCharsets.UTF_8);

    @Test
    void theAddressedInstitutionReadsWhatWasSealed() {
        Envelope sent = Envelope.parse(seal(header(1), body).bytes().toArray());
        assertTrue(sent.isSignedBy(us.envelopeKey.key()));
        assertArrayEquals(body, Sealing.open(sent, unsealer(mx.centralAuthority())));
    }

    @Test
    void anotherInstitutionOfTheSamePartyReadsNothing() {
        Envelope sent = seal(header(1), body);
        assertUnsealFails(sent, unsealer(mx.institution("second")));
    }

    @Test
    void everyFlippedBitOfAnEnvelopeIsRefused() {
        byte[] bytes = seal(header(1), body).bytes().toArray();
        for (int i = 0; i < bytes.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] mangled = bytes.clone();
                mangled[i] ^= (byte) (1 << bit);
                assertFalse(isAccepted(mangled), "byte " + i + " bit " + bit);
            }
        }
    }

    @Test
    void everyPrefixAndEveryAppendedByteIsRefused() {
        byte[] bytes = seal(header(1), body).bytes().toArray();
        for (int length = 0; length < bytes.length; length++) {
            assertFalse(isAccepted(java.util.Arrays.copyOf(bytes, length)), "prefix " + length);
        }
        assertFalse(isAccepted(java.util.Arrays.copyOf(bytes, bytes.length + 1)));
    }

    private boolean isAccepted(byte[] bytes) {
        try {
            return Envelope.parse(bytes).isSignedBy(us.envelopeKey.key());
        } catch (EntenteException _) {
            return false;
        }
    }

    @Test
    void aBodyMovedUnderAnotherHeaderDoesNotOpenEvenIfTheSenderSignsIt() {
        Envelope original = seal(header(1), body);
        Envelope moved = Envelope.sign(header(2), original.seal(), original.ciphertext(), us.envelopeKey);
        assertTrue(moved.isSignedBy(us.envelopeKey.key()));
        assertUnsealFails(moved, unsealer(mx.centralAuthority()));
    }

    @Test
    void aContentKeyOtherThanTheCommittedOneIsRefused() {
        Envelope original = seal(header(1), body);
        Seal seal = original.seal();
        Seal other = new Seal(
                seal.keyId(),
                seal.encapsulation(),
                seal.wrapped(),
                Envelope.sha256(new byte[] {1}),
                seal.ciphertextHash());
        Envelope forged = Envelope.sign(header(1), other, original.ciphertext(), us.envelopeKey);
        assertUnsealFails(forged, unsealer(mx.centralAuthority()));
    }

    @Test
    void twoEnvelopesOfOneBodyShareNoByteOfCiphertextHash() {
        assertNotEquals(
                seal(header(1), body).seal().ciphertextHash(),
                seal(header(1), body).seal().ciphertextHash());
    }

    @Test
    void theLargestBodyFitsItsLimits() {
        byte[] bytes = seal(header(1), new byte[Limits.BODY_BYTES]).bytes().toArray();
        assertEquals(Limits.BODY_BYTES, Sealing.open(Envelope.parse(bytes), unsealer(mx.centralAuthority())).length);
    }

    /// The first encryption of the CFRG vector for mode 0, KEM 0x0020, KDF 0x0001, AEAD 0x0002: carried here so
    /// that a clone without the data still checks conformance.
    @Test
    void theCarriedVectorOfOurSuiteOpens() throws InvalidCipherTextException {
        var hpke = Sealing.hpke();
        var pair = hpke.deserializePrivateKey(
                bytes("497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d"),
                bytes("430f4b9859665145a6b1ba274024487bd66f03a2dd577d7753c68d7d7d00c00c"));
        var context = hpke.setupBaseR(
                bytes("6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256"),
                pair,
                "Ode on a Grecian Urn".getBytes(StandardCharsets.US_ASCII));
        byte[] opened = context.open(
                "Count-0".getBytes(StandardCharsets.US_ASCII),
                bytes("e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a925cdad859d5b7a"));
        assertEquals("Beauty is truth, truth beauty", new String(opened, StandardCharsets.US_ASCII));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    /// RFC 9180, appendix A.3 has no X25519 with AES-256-GCM; these are the CFRG's test vectors for the suite.
    @Test
    void officialVectorsOfOurSuiteOpen() throws IOException, InvalidCipherTextException {
        String data = System.getenv().getOrDefault("ENTENTE_DATA", "");
        Path root = Path.of(System.getProperty("entente.root", "."));
        Path vectors = (data.isEmpty() ? root.resolve("../shared/data") : Path.of(data))
                .resolve("ledger/hpke/hpke-x25519-hkdfsha256.json");
        Assumptions.assumeTrue(
                Files.exists(vectors) || "true".equals(System.getenv("CI")), "no HPKE vectors beside the repository");
        int opened = 0;
        for (JsonNode vector : JsonMapper.shared().readTree(Files.readAllBytes(vectors))) {
            boolean ours =
                    vector.get("mode").asInt() == 0 && vector.get("aead_id").asInt() == 2;
            if (ours) {
                opened += open(vector);
            }
        }
        assertEquals(10, opened);
    }

    private static int open(JsonNode vector) throws InvalidCipherTextException {
        var hpke = Sealing.hpke();
        var pair = hpke.deserializePrivateKey(hex(vector, "skRm"), hex(vector, "pkRm"));
        var context = hpke.setupBaseR(hex(vector, "enc"), pair, hex(vector, "info"));
        int opened = 0;
        for (JsonNode encryption : vector.get("encryptions")) {
            assertArrayEquals(hex(encryption, "pt"), context.open(hex(encryption, "aad"), hex(encryption, "ct")));
            opened++;
        }
        return opened;
    }

    private static byte[] hex(JsonNode node, String name) {
        return HexFormat.of().parseHex(node.get(name).asString());
    }

    private void assertUnsealFails(Envelope envelope, Sealing.Unsealer unsealer) {
        EntenteException refused = assertThrows(EntenteException.class, () -> Sealing.open(envelope, unsealer));
        assertEquals(ExchangeCode.BODY_UNSEAL_FAILED, refused.code());
    }

    private Sealing.Unsealer unsealer(org.entente.kernel.InstitutionId institution) {
        return (encapsulation, info, associatedData, wrapped) ->
                mx.unseal(institution, encapsulation, info, associatedData, wrapped);
    }

    private Envelope seal(ClearHeader header, byte[] text) {
        InstitutionKey recipient = mx.partyFile(TestParty.AGREEMENT)
                .institution(mx.centralAuthority())
                .orElseThrow();
        return Sealing.seal(header, recipient, text, us.envelopeKey);
    }

    private ClearHeader header(long sequence) {
        return new ClearHeader(
                new EnvelopeId("00112233445566778899aabbccddeeff"),
                TestParty.AGREEMENT,
                us.centralAuthority(),
                mx.centralAuthority(),
                "ask.request",
                sequence,
                CREATED,
                CREATED.plusSeconds(86_400),
                new LegalBasis("UNTOC-2000", "27(1)(a)"),
                new Purpose("criminal-investigation"),
                Set.of(HandlingCode.H2, HandlingCode.H1),
                "0123456789abcdef",
                null);
    }

    @Test
    void aHeaderReadsBackAsWritten() {
        ClearHeader header = header(7);
        assertEquals(header, ClearHeader.parse(header.toJson()));
        Bytes encoded = header.toJson().encode();
        assertFalse(new String(encoded.toArray(), StandardCharsets.UTF_8).contains("\n"));
    }
}
