package org.entente.blind;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// ristretto255, RFC 9496 appendix A, on every library of this machine.
class Rfc9496Test {
    /// Appendix A.2, one of each kind: out of range, negative, not a square, and s = -1.
    private static final String[] CARRIED_INVALID = {
        "00ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "26948d35ca62e643e26a83177332e6b6afeb9d08e4268b650f1f5bbd8d81d371",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
    };

    /// Appendix A.1, five times the generator.
    private static final String CARRIED_FIFTH = "e882b131016b52c1d3337080187cf768423efccbb517bb495ab812c4160ff44e";

    @ParameterizedTest
    @MethodSource("org.entente.blind.Libraries#all")
    void carriedValuesHold(Sodium sodium) {
        assertEquals(CARRIED_FIFTH, multipleOfGenerator(sodium, 5));
        for (String encoding : CARRIED_INVALID) {
            assertFalse(decodes(sodium, encoding), encoding);
        }
    }

    @ParameterizedTest
    @MethodSource("org.entente.blind.Libraries#all")
    void multiplesOfTheGeneratorAreThePublishedOnes(Sodium sodium) {
        JsonNode multiples = SharedData.vectors("rfc9496-ristretto255.json").get("multiples_of_generator_0_to_15");
        assertEquals(16, multiples.size());
        for (int k = 1; k < multiples.size(); k++) {
            assertEquals(multiples.get(k).asString(), multipleOfGenerator(sodium, k));
            assertTrue(decodes(sodium, multiples.get(k).asString()));
        }
        assertFalse(decodes(sodium, multiples.get(0).asString()), "the identity is refused");
    }

    @ParameterizedTest
    @MethodSource("org.entente.blind.Libraries#all")
    void everyInvalidEncodingIsRefused(Sodium sodium) {
        JsonNode invalid = SharedData.vectors("rfc9496-ristretto255.json").get("invalid_encodings");
        assertEquals(29, invalid.size());
        for (JsonNode entry : invalid) {
            assertFalse(decodes(sodium, entry.get("encoding").asString()), entry.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("org.entente.blind.Libraries#all")
    void oneWayMapGivesThePublishedElements(Sodium sodium) {
        JsonNode vectors = SharedData.vectors("rfc9496-ristretto255.json");
        for (JsonNode entry : vectors.get("one_way_map")) {
            assertEquals(
                    entry.get("output").asString(),
                    map(sodium, HexFormat.of().parseHex(entry.get("input").asString())));
        }
        for (JsonNode entry : vectors.get("sha512_label_to_element")) {
            byte[] label = entry.get("label").asString().getBytes(StandardCharsets.UTF_8);
            assertEquals(entry.get("element").asString(), map(sodium, sha512(sodium, label)));
        }
    }

    @Test
    void scalarIsCanonicalBelowTheOrderOnly() {
        Ristretto255 group = new Ristretto255(Libraries.BUNDLED);
        String order = "edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010";
        String below = "ecd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010";
        try (Arena arena = Arena.ofConfined()) {
            assertTrue(group.isCanonicalScalar(segment(arena, below)));
            assertFalse(group.isCanonicalScalar(segment(arena, order)));
            assertFalse(group.isCanonicalScalar(segment(arena, "ff".repeat(32))));
            assertTrue(group.isCanonicalScalar(segment(arena, "00".repeat(32))));
        }
    }

    private static String multipleOfGenerator(Sodium sodium, int k) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment scalar = arena.allocate(32);
            scalar.set(JAVA_BYTE, 0, (byte) k);
            MemorySegment product = arena.allocate(32);
            assertTrue(sodium.scalarMultiplyBase(product, scalar));
            return hex(product);
        }
    }

    private static boolean decodes(Sodium sodium, String encoding) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment one = arena.allocate(32);
            one.set(JAVA_BYTE, 0, (byte) 1);
            MemorySegment product = arena.allocate(32);
            boolean decoded = sodium.scalarMultiply(product, one, segment(arena, encoding));
            assertTrue(!decoded || hex(product).equals(encoding), "one times an element is the element");
            return decoded;
        }
    }

    private static String map(Sodium sodium, byte[] uniform) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment element = arena.allocate(32);
            sodium.pointFromHash(element, arena.allocateFrom(JAVA_BYTE, uniform));
            return hex(element);
        }
    }

    private static byte[] sha512(Sodium sodium, byte[] message) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment digest = arena.allocate(64);
            sodium.sha512(digest, arena.allocateFrom(JAVA_BYTE, message));
            return digest.toArray(JAVA_BYTE);
        }
    }

    private static MemorySegment segment(Arena arena, String hex) {
        return arena.allocateFrom(JAVA_BYTE, HexFormat.of().parseHex(hex));
    }

    private static String hex(MemorySegment segment) {
        return HexFormat.of().formatHex(segment.toArray(JAVA_BYTE));
    }
}
