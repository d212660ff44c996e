package org.entente.blind;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// RFC 9497 appendix A.1.2: VOPRF mode with ristretto255-SHA512, proofs included, on every library of this machine.
class Rfc9497Test {
    private static final Suite SUITE = Suite.RISTRETTO255_SHA512;

    /// Test vector 3 of appendix A.1.2, a batch of two, so that a clone without the vectors checks conformance too.
    private static final Vector CARRIED = new Vector(
            List.of("00", "5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a"),
            List.of(
                    "64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706",
                    "222a5e897cf59db8145db8d16e597e8facb80ae7d4e26d9881aa6f61d645fc0e"),
            "863f330cc1a1259ed5a5998a23acfd37fb4351a793a5b3c090b642ddc439b945"
                    + "90a0145ea9da29254c3a56be4fe185465ebb3bf2a1801f7124bbbadac751e654",
            "aa8fa048764d5623868679402ff6108d2521884fa138cd7f9c7669a9a014267e"
                    + "cc5ac221950a49ceaa73c8db41b82c20372a4c8d63e5dded2db920b7eee36a2a",
            "cc203910175d786927eeb44ea847328047892ddf8590e723c37205cb74600b0a"
                    + "5ab5337c8eb4ceae0494c2cf89529dcf94572ed267473d567aeed6ab873dee08",
            "419c4f4f5052c53c45f3da494d2b67b220d02118e0857cdbcf037f9ea84bbe0c",
            List.of(
                    "b58cfbe118e0cb94d79b5fd6a6dafb98764dff49c14e1770b566e42402da1a7d"
                            + "a4d8527693914139caee5bd03903af43a491351d23b430948dd50cde10d32b3c",
                    "8a9a2f3c7f085b65933594309041fc1898d42d0858e59f90814ae90571a6df60"
                            + "356f4610bf816f27afdd84f47719e480906d27ecd994985890e5f539e7ea74b6"));

    private static final KeyPair CARRIED_KEY = new KeyPair(
            "a3".repeat(32),
            "74657374206b6579",
            "e6f73f344b79b379f1a0dd37e07ff62e38d9f71345ce62ae3a9bc60b04ccd909",
            "c803e2cc6b05fc15064549b5920659ca4a77b2cca6f04f6b357009335476ad4e");

    @ParameterizedTest
    @MethodSource("org.entente.blind.Libraries#all")
    void carriedVectorHolds(Sodium sodium) {
        check(sodium, CARRIED_KEY, CARRIED);
    }

    @ParameterizedTest
    @MethodSource("org.entente.blind.Libraries#all")
    void everyPublishedVectorHolds(Sodium sodium) {
        int checkedCount = 0;
        for (JsonNode suite : SharedData.vectors("rfc9497-allVectors.json")) {
            if (text(suite, "identifier").equals(SUITE.identifier())
                    && suite.get("mode").asInt() == 1) {
                KeyPair key = new KeyPair(
                        text(suite, "seed"), text(suite, "keyInfo"), text(suite, "skSm"), text(suite, "pkSm"));
                for (JsonNode vector : suite.get("vectors")) {
                    check(sodium, key, Vector.of(vector));
                    checkedCount++;
                }
            }
        }
        assertEquals(3, checkedCount);
    }

    private static void check(Sodium sodium, KeyPair expected, Vector vector) {
        Voprf voprf = Voprf.of(SUITE, sodium);
        try (Arena arena = Arena.ofConfined();
                PrfKey key = voprf.deriveKeyPair(segment(arena, expected.seed()), bytes(expected.info()))) {
            assertEquals(expected.publicKey(), key.publicKey().encoding().toHex());
            InputBatch inputs = InputBatch.of(
                    vector.inputs().stream().map(Rfc9497Test::bytes).toArray(byte[][]::new));
            try (BlindedBatch batch = voprf.blind(
                    inputs,
                    (index, blind) ->
                            blind.copyFrom(segment(arena, vector.blinds().get(index))))) {
                assertEquals(vector.blinded(), hex(batch.blindedElements()));
                Evaluation evaluation =
                        key.blindEvaluate(batch.blindedElements(), (scratch, scalar, statement, nonce) -> {
                            assertEquals(expected.secretKey(), HexFormat.of().formatHex(scalar.toArray(JAVA_BYTE)));
                            nonce.copyFrom(segment(arena, vector.nonce()));
                        });
                assertEquals(vector.evaluated(), hex(evaluation.evaluatedElements()));
                assertEquals(vector.proof(), evaluation.proof().encoding().toHex());
                Finalization end = batch.finalizeUnder(key.publicKey(), evaluation);
                PrfOutputs asked =
                        assertInstanceOf(Finalization.Verified.class, end).outputs();
                PrfOutputs direct = key.evaluate(inputs);
                for (int i = 0; i < vector.outputs().size(); i++) {
                    assertArrayEquals(bytes(vector.outputs().get(i)), asked.output(i));
                    assertArrayEquals(bytes(vector.outputs().get(i)), direct.output(i));
                }
            }
        }
    }

    private static String text(JsonNode node, String name) {
        return node.get(name).asString();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String hex(ElementBatch batch) {
        return HexFormat.of().formatHex(batch.toByteArray());
    }

    private static MemorySegment segment(Arena arena, String hex) {
        return arena.allocateFrom(JAVA_BYTE, bytes(hex));
    }

    private record KeyPair(String seed, String info, String secretKey, String publicKey) {}

    private record Vector(
            List<String> inputs,
            List<String> blinds,
            String blinded,
            String evaluated,
            String proof,
            String nonce,
            List<String> outputs) {
        static Vector of(JsonNode node) {
            return new Vector(
                    list(node, "Input"),
                    list(node, "Blind"),
                    String.join("", list(node, "BlindedElement")),
                    String.join("", list(node, "EvaluationElement")),
                    text(node.get("Proof"), "proof"),
                    text(node.get("Proof"), "r"),
                    list(node, "Output"));
        }

        private static List<String> list(JsonNode node, String name) {
            return Stream.of(text(node, name).split(",", -1)).toList();
        }
    }
}
