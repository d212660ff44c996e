package org.entente.ledger.leaf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.ledger.Hash;
import org.entente.ledger.LedgerException;
import org.junit.jupiter.api.Test;

class LeafTest {
    private static final Hash KEY = Hash.sha256(new byte[] {1});
    private static final List<Commitment.Field> FIELDS =
            List.of(field("case", "c0ffee"), field("officer", "us-officer"), field("type", "ask.request"));

    @Test
    void fieldsOpenOneByOneUnderTheSameCommitment() {
        Hash commitment = Commitment.of(KEY, FIELDS);
        Opening some = Commitment.disclose(KEY, FIELDS, Set.of("type"));
        assertEquals(commitment, some.commitment());
        assertEquals(Optional.of("ask.request"), some.value("type"));
        assertEquals(Optional.empty(), some.value("officer"));
        assertEquals(2, some.withheldCount());
        assertEquals(some, Opening.parse(some.bytes().toArray()));
    }

    @Test
    void anyOtherKeySaltNameValueOrNumberOfFieldsIsAnotherCommitment() {
        Hash commitment = Commitment.of(KEY, FIELDS);
        assertNotEquals(commitment, Commitment.of(Hash.sha256(), FIELDS));
        assertNotEquals(commitment, Commitment.of(KEY, FIELDS.subList(0, 2)));
        assertNotEquals(
                commitment, Commitment.of(KEY, List.of(FIELDS.get(0), FIELDS.get(1), field("type", "ask.refusal"))));
        assertThrows(LedgerException.class, () -> Commitment.of(KEY, FIELDS.reversed()));
        assertThrows(LedgerException.class, () -> Commitment.of(KEY, List.of()));
    }

    @Test
    void anInnerNodeCannotPassForAWithheldField() {
        Opening all = Commitment.discloseAll(KEY, FIELDS);
        Hash pair = org.entente.ledger.merkle.Merkle.nodeHash(
                all.parts().get(0).hash(), all.parts().get(1).hash());
        Opening folded = new Opening(
                KEY, List.of(new Commitment.Withheld(pair), all.parts().get(2)));
        assertNotEquals(all.commitment(), folded.commitment());
    }

    @Test
    void leavesHaveOneByteFormAndFlippedBytesAreAnotherLeafOrNone() {
        List<Leaf> leaves = List.of(
                new Leaf.Duty(KEY, 1_764_000_000L),
                new Leaf.Exchange(KEY, Leaf.Direction.SENT, KEY, "0f".repeat(16), "MX", 7, 1_764_000_000L));
        for (Leaf leaf : leaves) {
            byte[] bytes = leaf.bytes().toArray();
            assertEquals(leaf, Leaf.parse(bytes));
            for (int i = 0; i < bytes.length; i++) {
                byte[] mangled = bytes.clone();
                mangled[i] ^= 1;
                assertTrue(isRefusedOrOther(mangled, leaf), "byte " + i);
            }
        }
    }

    @Test
    void jsonThatTwoReadersCouldReadDifferentlyIsRefused() {
        List<String> bad = List.of(
                "{\"b\":1,\"a\":2}",
                "{\"a\":1,\"a\":1}",
                "{\"a\": 1}",
                "{\"a\":1.0}",
                "{\"a\":1e2}",
                "{\"a\":9007199254740993}",
                "{\"a\":-0}",
                "{\"a\":01}",
                "{\"a\":null}",
                "{\"a\":\"\\u0041\"}",
                "{\"a\":\"\\/\"}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":\"e\u0301\"}",
                "{\"á\":1}",
                "{\"a\":\"\u0001\"}",
                "\ufeff{\"a\":1}",
                "{\"a\":1}\n",
                "{\"a\":[1,]}",
                "[".repeat(40) + "]".repeat(40),
                "");
        for (String text : bad) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThrows(LedgerException.class, () -> Json.parse(bytes, 4096), text);
        }
        byte[] good = "{\"a\":[true,\"é\\n\",-9007199254740991],\"b\":{}}".getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(good, Json.parse(good, 4096).encode().toArray());
        assertThrows(LedgerException.class, () -> Json.parse(good, good.length - 1));
    }

    private static boolean isRefusedOrOther(byte[] bytes, Leaf leaf) {
        try {
            return !Leaf.parse(bytes).equals(leaf);
        } catch (LedgerException e) {
            return true;
        }
    }

    private static Commitment.Field field(String name, String value) {
        return new Commitment.Field(name, Hash.sha256(name.getBytes(StandardCharsets.UTF_8)), value);
    }
}
