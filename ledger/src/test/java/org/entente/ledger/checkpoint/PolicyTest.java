package org.entente.ledger.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.entente.ledger.Keys;
import org.entente.ledger.LedgerException;
import org.entente.ledger.SharedData;
import org.entente.ledger.merkle.Merkle;
import org.entente.ledger.note.Cosignature;
import org.entente.ledger.note.Ed25519Key;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final Ed25519Key LOG = Keys.log("a.example/log");
    private static final Ed25519Key X1 = Keys.witness("x1.example/witness");
    private static final Ed25519Key X2 = Keys.witness("x2.example/witness");
    private static final Ed25519Key Y1 = Keys.witness("y1.example/witness");
    private static final String TEXT = """
            # the shape of the example in C2SP tlog-policy
            log %s https://a.example/log

            witness X1 %s
            witness X2 %s
            witness Y1\t%s
            group X 1 X1 X2
            group Y any Y1
            group both all X Y
              quorum both
            """.formatted(
                    LOG.key().text(), X1.key().text(), X2.key().text(), Y1.key().text());

    @Test
    void groupsNestAndCountTheirMembers() {
        Policy policy = parse(TEXT);
        assertTrue(policy.isQuorum(Set.of("X2", "Y1")));
        assertFalse(policy.isQuorum(Set.of("X1", "X2")));
        assertFalse(policy.isQuorum(Set.of("Y1")));
        assertEquals(policy, parse(policy.text()));
    }

    @Test
    void aCheckpointNeedsItsLogAndTheQuorum() {
        Policy policy = parse(TEXT);
        SignedCheckpoint signed = SignedCheckpoint.sign(new Checkpoint("a.example/log", 0, Merkle.EMPTY_ROOT), LOG);
        assertInstanceOf(Judgement.NoQuorum.class, policy.judge(signed));
        SignedCheckpoint cosigned = cosigned(cosigned(signed, X1), Y1);
        Judgement.Accepted accepted = assertInstanceOf(Judgement.Accepted.class, policy.judge(cosigned));
        assertEquals(Set.of(X1.key(), Y1.key()), accepted.cosigned().keySet());
        assertInstanceOf(Judgement.NoQuorum.class, policy.judge(cosigned, key -> !key.equals(Y1.key())));
        assertInstanceOf(
                Judgement.UnknownLog.class,
                policy.judge(SignedCheckpoint.sign(
                        new Checkpoint("b.example/log", 0, Merkle.EMPTY_ROOT), Keys.log("b.example/log"))));
        Ed25519Key stranger = Keys.key("a.example/log", org.entente.ledger.note.SignatureType.ED25519, 9);
        assertInstanceOf(
                Judgement.NotSignedByLog.class,
                policy.judge(cosigned(SignedCheckpoint.sign(signed.checkpoint(), stranger), X1)));
    }

    @Test
    void whatTheSpecificationForbidsIsRefused() {
        String witness = "witness X1 " + X1.key().text() + "\n";
        String log = "log " + LOG.key().text() + "\n";
        List<String> bad = List.of(
                "",
                "quorum none",
                witness + "quorum X2\n",
                "quorum none\nquorum none\n",
                witness + witness + "quorum X1\n",
                log + log + "quorum none\n",
                witness + "witness X2 " + X1.key().text() + "\nquorum X1\n",
                "witness none " + X1.key().text() + "\nquorum none\n",
                "group g any X1\n" + witness + "quorum g\n",
                witness + "group g 0 X1\nquorum g\n",
                witness + "group g 2 X1\nquorum g\n",
                witness + "group g 01 X1\nquorum g\n",
                witness + "group g any X1 X1\nquorum g\n",
                witness + "group g any none\nquorum g\n",
                witness + "group g any\nquorum X1\n",
                witness + "group X1 any X1\nquorum X1\n",
                "log " + X1.key().text() + "\nquorum none\n",
                "witness W " + LOG.key().text() + "\nquorum none\n",
                "quorum none extra\n",
                "Quorum none\n",
                "quorum none\r\n",
                "# \u0001\nquorum none\n");
        bad.forEach(text -> assertThrows(LedgerException.class, () -> parse(text), text));
        assertTrue(parse("quorum none\n").isQuorum(Set.of()));
    }

    @Test
    void sunlightsCosignedCheckpointMeetsAPolicyOfItsWitnesses() {
        String folder = "sunlight/cmd/skylight/testdata/";
        SignedCheckpoint signed = SignedCheckpoint.parse(SharedData.bytes(
                folder + "witness/000de184301123b9278c086a7d9f68c9577e83872224c197058fd90784ea9706/checkpoint"));
        Policy policy = parse(
                """
                log rome2026h1.example.org+%s
                witness w witness.example.org+b8a2cf20+BFLN3yikSfFkVAJtrnh/CiY3Zozkoy7clp+P7XB28qUN
                quorum w
                """.formatted(Keys.log("rome2026h1.example.org").key().text().split("\\+", 2)[1]));
        // The log's own line is an RFC 6962 signature (type 0x05), which we ignore: the witness alone is not enough.
        assertInstanceOf(Judgement.NotSignedByLog.class, policy.judge(signed));
    }

    private static SignedCheckpoint cosigned(SignedCheckpoint signed, Ed25519Key witness) {
        return signed.with(
                List.of(Cosignature.sign(signed.note().text(), witness, Instant.ofEpochSecond(1_764_000_000))));
    }

    private static Policy parse(String text) {
        return Policy.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
