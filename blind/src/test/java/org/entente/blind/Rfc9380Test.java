package org.entente.blind;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// expand_message_xmd with SHA-512, RFC 9380 appendix K.3.
class Rfc9380Test {
    private static final String TAG = "QUUX-V01-CS02-with-expander-SHA512-256";

    @ParameterizedTest
    @MethodSource("org.entente.blind.Libraries#all")
    void carriedValueHolds(Sodium sodium) {
        assertEquals("6b9a7312411d92f921c6f68ca0b6380730a1a4d982c507211a90964c394179ba", expand(sodium, TAG, "", 32));
    }

    @ParameterizedTest
    @MethodSource("org.entente.blind.Libraries#all")
    void everyPublishedExpansionHolds(Sodium sodium) {
        JsonNode vectors = SharedData.vectors("rfc9380-expand_message_xmd_SHA512_38.json");
        assertEquals(10, vectors.get("tests").size());
        for (JsonNode test : vectors.get("tests")) {
            int sizeBytes = Integer.decode(test.get("len_in_bytes").asString());
            assertEquals(
                    test.get("uniform_bytes").asString(),
                    expand(
                            sodium,
                            vectors.get("DST").asString(),
                            test.get("msg").asString(),
                            sizeBytes));
        }
    }

    private static String expand(Sodium sodium, String tag, String message, int sizeBytes) {
        byte[] octets = message.getBytes(StandardCharsets.US_ASCII);
        try (Scratch scratch = new Scratch(sodium, octets.length)) {
            MemorySegment uniform = scratch.take(sizeBytes);
            scratch.transcript().begin().append(octets);
            scratch.transcript().expand(uniform, Transcript.tag(tag, new byte[0]));
            return HexFormat.of().formatHex(uniform.toArray(JAVA_BYTE));
        }
    }
}
