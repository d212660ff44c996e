package org.entente.ledger.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.entente.ledger.Keys;
import org.entente.ledger.LedgerException;
import org.entente.ledger.SharedData;
import org.entente.ledger.merkle.InclusionProof;
import org.entente.ledger.merkle.Merkle;
import org.junit.jupiter.api.Test;

class CheckpointTest {
    private static final String TEXT = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
            """;

    @Test
    void theExampleOfTheSpecificationKeepsItsBytes() {
        Checkpoint checkpoint = Checkpoint.parse(TEXT);
        assertEquals(20852163, checkpoint.size());
        assertEquals(TEXT, checkpoint.text());
    }

    @Test
    void sizesHaveOneSpelling() {
        for (String size : List.of("020852163", "+1", "-1", "", "1 ", "0x1", "9223372036854775808", "١")) {
            String text = TEXT.replace("20852163", size);
            assertThrows(LedgerException.class, () -> Checkpoint.parse(text), size);
        }
        assertEquals(0, Checkpoint.parse(TEXT.replace("20852163", "0")).size());
        assertEquals(
                Long.MAX_VALUE,
                Checkpoint.parse(TEXT.replace("20852163", "9223372036854775807"))
                        .size());
    }

    @Test
    void malformedCheckpointsOfSigstoreAreRefusedAndValidOnesKept() {
        String folder = "sigstore/sigstore-java/src/test/resources/dev/sigstore/samples/checkpoints";
        for (String file : SharedData.files(folder)) {
            byte[] bytes = SharedData.bytes(file);
            if (file.contains("/valid")) {
                assertArrayEquals(bytes, SignedCheckpoint.parse(bytes).bytes(), file);
            } else {
                assertThrows(LedgerException.class, () -> SignedCheckpoint.parse(bytes), file);
            }
        }
    }

    @Test
    void aProofFileKeepsItsBytesAndNoPrefixIsOne() {
        Checkpoint checkpoint = new Checkpoint("a.example/log", 1, Merkle.leafHash(new byte[] {1}));
        SignedCheckpoint signed = SignedCheckpoint.sign(checkpoint, Keys.log("a.example/log"));
        byte[] bytes = new TlogProof(new InclusionProof(0, 1, List.of()), signed).bytes();
        assertArrayEquals(bytes, TlogProof.parse(bytes).bytes());
        for (int i = 0; i < bytes.length; i++) {
            byte[] prefix = Arrays.copyOf(bytes, i);
            assertThrows(LedgerException.class, () -> TlogProof.parse(prefix));
        }
    }
}
