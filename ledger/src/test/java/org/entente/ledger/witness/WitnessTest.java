package org.entente.ledger.witness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.ledger.Hash;
import org.entente.ledger.Keys;
import org.entente.ledger.LedgerException;
import org.entente.ledger.Octets;
import org.entente.ledger.SharedData;
import org.entente.ledger.checkpoint.Checkpoint;
import org.entente.ledger.checkpoint.SignedCheckpoint;
import org.entente.ledger.merkle.ConsistencyProof;
import org.entente.ledger.merkle.HashSource;
import org.entente.ledger.merkle.Merkle;
import org.entente.ledger.note.Ed25519Key;
import org.entente.ledger.note.SignatureLine;
import org.entente.ledger.note.SignatureType;
import org.entente.ledger.note.VerifierKey;
import org.junit.jupiter.api.Test;

class WitnessTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_764_000_000);
    private static final Ed25519Key LOG = Keys.log("a.example/log");
    private static final Ed25519Key COSIGNER = Keys.witness("b.example/witness");

    private final MemoryWitnessStore store = new MemoryWitnessStore();
    private final Witness witness = new Witness(COSIGNER, List.of(LOG.key()), store, InstantSource.fixed(NOW));

    @Test
    void aGrowingLogIsCosignedStepByStep() {
        for (int size = 1, old = 0; size < 40; old = size, size += 7) {
            WitnessAnswer.Cosigned answer =
                    assertInstanceOf(WitnessAnswer.Cosigned.class, witness.addCheckpoint(request(old, size)));
            String text = request(old, size).signed().note().text();
            assertTrue(COSIGNER.key().verifies(text, answer.line()));
            assertEquals(
                    List.of(answer.line()),
                    WitnessAnswer.Cosigned.parse(answer.body().toArray()));
            assertEquals(size, store.latest("a.example/log").orElseThrow().size());
        }
    }

    @Test
    void everyRefusalOfTheSpecificationHasItsValue() {
        assertEquals(new WitnessAnswer.Conflict(0), witness.addCheckpoint(request(1, 3)));
        assertInstanceOf(WitnessAnswer.Cosigned.class, witness.addCheckpoint(request(0, 3)));
        assertEquals(new WitnessAnswer.Conflict(3), witness.addCheckpoint(request(0, 5)));
        assertEquals("3\n", text(new WitnessAnswer.Conflict(3).body()));
        assertInstanceOf(WitnessAnswer.OldAboveNew.class, witness.addCheckpoint(request(3, 2, List.of(), root(2))));
        assertInstanceOf(WitnessAnswer.BadProof.class, witness.addCheckpoint(request(3, 5, List.of(), root(5))));
        assertInstanceOf(WitnessAnswer.BadProof.class, witness.addCheckpoint(request(3, 3, List.of(), root(4))));
        assertInstanceOf(WitnessAnswer.BadProof.class, witness.addCheckpoint(request(3, 5, proof(3, 5), root(6))));
        SignedCheckpoint unknown =
                SignedCheckpoint.sign(new Checkpoint("c.example/log", 5, root(5)), Keys.log("c.example/log"));
        assertInstanceOf(
                WitnessAnswer.UnknownOrigin.class, witness.addCheckpoint(new AddCheckpoint(0, List.of(), unknown)));
        SignedCheckpoint stranger = SignedCheckpoint.sign(
                new Checkpoint("a.example/log", 5, root(5)), Keys.key("a.example/log", SignatureType.ED25519, 9));
        assertInstanceOf(
                WitnessAnswer.BadSignature.class, witness.addCheckpoint(new AddCheckpoint(3, proof(3, 5), stranger)));
        assertInstanceOf(WitnessAnswer.Malformed.class, witness.addCheckpoint(new byte[] {1}));
        assertEquals(3, store.latest("a.example/log").orElseThrow().size());
    }

    @Test
    void emptyTreesMustHaveTheEmptyRootAndProofsFromZeroMustBeEmpty() {
        assertInstanceOf(WitnessAnswer.BadProof.class, witness.addCheckpoint(request(0, 0, List.of(), root(1))));
        assertInstanceOf(WitnessAnswer.BadProof.class, witness.addCheckpoint(request(0, 3, List.of(root(1)), root(3))));
        assertInstanceOf(
                WitnessAnswer.Cosigned.class, witness.addCheckpoint(request(0, 0, List.of(), Merkle.EMPTY_ROOT)));
        assertInstanceOf(WitnessAnswer.Cosigned.class, witness.addCheckpoint(request(0, 3)));
    }

    @Test
    void forgedWitnessLineDoesNotPoisonState() {
        AddCheckpoint request = request(0, 3);
        SignatureLine forged = new SignatureLine("b.example/witness", 7, Octets.of(new byte[72]));
        AddCheckpoint poisoned =
                new AddCheckpoint(0, List.of(), request.signed().with(List.of(forged)));
        assertInstanceOf(WitnessAnswer.Cosigned.class, witness.addCheckpoint(poisoned));
        assertInstanceOf(WitnessAnswer.Cosigned.class, witness.addCheckpoint(request(3, 5)));
    }

    @Test
    void theLoserOfARaceLearnsTheWinnersSize() {
        WitnessStore racing = new WitnessStore() {
            @Override
            public Optional<TreeHead> latest(String origin) {
                return store.latest(origin);
            }

            @Override
            public boolean replace(String origin, Optional<TreeHead> expected, TreeHead next, SignedCheckpoint signed) {
                store.replace(origin, expected, new TreeHead(9, root(9)), signed);
                return store.replace(origin, expected, next, signed);
            }
        };
        Witness slow = new Witness(COSIGNER, List.of(LOG.key()), racing, InstantSource.fixed(NOW));
        assertEquals(new WitnessAnswer.Conflict(9), slow.addCheckpoint(request(0, 3)));
    }

    @Test
    void requestsKeepTheirBytesAndManglingNeverCosigns() {
        byte[] bytes = request(0, 3).bytes();
        assertArrayEquals(bytes, AddCheckpoint.parse(bytes).bytes());
        byte[] grown = new AddCheckpoint(3, proof(3, 40), request(0, 40).signed()).bytes();
        assertArrayEquals(grown, AddCheckpoint.parse(grown).bytes());
        for (int i = 0; i < bytes.length; i++) {
            byte[] mangled = bytes.clone();
            mangled[i] ^= 1;
            assertTrue(!(witness.addCheckpoint(mangled) instanceof WitnessAnswer.Cosigned), "byte " + i);
            byte[] prefix = Arrays.copyOf(bytes, i);
            assertInstanceOf(WitnessAnswer.Malformed.class, witness.addCheckpoint(prefix));
        }
    }

    @Test
    void proofsOfMoreThan63LinesAreRefused() {
        String lines = (root(1).base64() + "\n").repeat(64);
        String body =
                "old 1\n" + lines + "\n" + new String(request(0, 3).signed().bytes(), StandardCharsets.UTF_8);
        assertThrows(LedgerException.class, () -> AddCheckpoint.parse(body.getBytes(StandardCharsets.UTF_8)));
    }

    /// The script of litewitness, request by request. It is older than the specification in one place: an unknown
    /// origin is 404 now. Its forged signature is not canonical base64, so for us that request is malformed (400).
    @Test
    void litewitnessScriptIsAnsweredAsWritten() {
        String origin = "sigsum.org/v1/tree/4d6d8825a6bb689d459628312889dfbb0bcd41b5211d9e1ce768b0ff0309e562";
        VerifierKey log = new VerifierKey(
                origin,
                SignatureType.ED25519,
                Octets.fromHex("ffdc2d4d98e4124d3feaf788c0c2f9abfd796083d1f0495437f302ec79cf100f"));
        Witness scripted = new Witness(COSIGNER, List.of(log), store, InstantSource.fixed(NOW));
        String script = new String(
                SharedData.bytes("torchwood/cmd/litewitness/testdata/litewitness.txt"), StandardCharsets.UTF_8);
        Matcher matcher =
                Pattern.compile("```\n(.*?)```\nHTTP ([0-9]+)", Pattern.DOTALL).matcher(script);
        List<Integer> expected = new ArrayList<>();
        List<Integer> answered = new ArrayList<>();
        while (matcher.find()) {
            expected.add(Integer.parseInt(matcher.group(2)));
            byte[] body = matcher.group(1).getBytes(StandardCharsets.UTF_8);
            answered.add(scripted.addCheckpoint(body).status());
        }
        assertEquals(List.of(200, 403, 403, 422, 422, 200, 409, 200, 409), expected);
        assertEquals(List.of(200, 400, 404, 422, 422, 200, 409, 200, 409), answered);
        assertEquals(5, store.latest(origin).orElseThrow().size());
    }

    private static AddCheckpoint request(long old, long size) {
        return request(old, size, old == 0 ? List.of() : proof(old, size), root(size));
    }

    private static AddCheckpoint request(long old, long size, List<Hash> proof, Hash root) {
        return new AddCheckpoint(old, proof, SignedCheckpoint.sign(new Checkpoint("a.example/log", size, root), LOG));
    }

    private static List<Hash> proof(long old, long size) {
        return old == 0 ? List.of() : ConsistencyProof.of(source(), old, size).hashes();
    }

    private static Hash root(long size) {
        return Merkle.root(source(), size);
    }

    private static HashSource source() {
        return new HashSource() {
            @Override
            public Hash subtree(int height, long index) {
                return height == 0
                        ? Merkle.leafHash(new byte[] {(byte) index})
                        : Merkle.nodeHash(subtree(height - 1, 2 * index), subtree(height - 1, 2 * index + 1));
            }
        };
    }

    private static String text(Octets octets) {
        return new String(octets.toArray(), StandardCharsets.UTF_8);
    }
}
