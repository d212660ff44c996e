package org.entente.ledger.note;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.entente.ledger.SharedData;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class Ed25519Test {
    private static final HexFormat HEX = HexFormat.of();

    /// RFC 8032, section 7.1, TEST 2.
    @Test
    void rfc8032Test2Holds() {
        byte[] seed = HEX.parseHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
        byte[] key = HEX.parseHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        byte[] signature = HEX.parseHex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
        byte[] message = {0x72};
        assertArrayEquals(key, Ed25519.publicKey(seed));
        assertArrayEquals(signature, Ed25519.sign(seed, message));
        assertTrue(Ed25519.verifies(key, message, signature));
    }

    /// 914 signatures; number 305 is the only one without a crafted trait, and the only one we accept.
    @Test
    void craftedSignaturesOfCctvAreRefused() {
        List<Integer> accepted = new ArrayList<>();
        int flagged = 0;
        for (JsonNode vector : SharedData.json("cctv/ed25519/ed25519vectors.json")) {
            boolean crafted =
                    !vector.get("flags").isNull() && !vector.get("flags").isEmpty();
            boolean verifies = Ed25519.verifies(
                    HEX.parseHex(vector.get("key").asString()),
                    vector.get("msg").asString().getBytes(StandardCharsets.UTF_8),
                    HEX.parseHex(vector.get("sig").asString()));
            flagged += crafted ? 1 : 0;
            if (verifies) {
                accepted.add(vector.get("number").asInt());
            }
        }
        assertEquals(913, flagged);
        assertEquals(List.of(305), accepted);
    }

    @Test
    void wycheproofAgreesOnEveryVector() {
        int seen = 0;
        for (JsonNode group :
                SharedData.json("wycheproof/testvectors_v1/ed25519_test.json").get("testGroups")) {
            byte[] key = HEX.parseHex(group.get("publicKey").get("pk").asString());
            for (JsonNode test : group.get("tests")) {
                boolean verifies = Ed25519.verifies(
                        key,
                        HEX.parseHex(test.get("msg").asString()),
                        HEX.parseHex(test.get("sig").asString()));
                assertEquals(test.get("result").asString().equals("valid"), verifies, "tcId " + test.get("tcId"));
                seen++;
            }
        }
        assertEquals(151, seen);
    }

    @Test
    void lowOrderAndNonCanonicalKeysAreNoKeys() {
        List<String> unsound = List.of(
                "0100000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0100000000000000000000000000000000000000000000000000000000000080",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a");
        unsound.forEach(key -> assertFalse(Ed25519.isSoundKey(HEX.parseHex(key)), key));
    }
}
