package org.entente.blind.tags;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.blind.ByteString;
import org.entente.blind.PrfOutputs;
import org.entente.blind.PrfOutputsFixture;
import org.junit.jupiter.api.Test;

/// Reads every example of `spec/find.md` and of the package comment. The values were computed outside this program.
class FindSpecificationTest {
    private static final KeyScope SCOPE = new KeyScope("MX", "US", 7, "rfc", "illicit-finance");
    private static final ByteString SET_ID = ByteString.ofHex("a0a1a2a3a4a5a6a7a8a9aaabacadaeaf");

    @Test
    void prfInputIsTheExample() throws IOException {
        assertArrayEquals(example("prf-input"), new PrfInput("rfc", "AAA010101AAA").encoded());
    }

    @Test
    void keyInfoIsTheExample() throws IOException {
        assertArrayEquals(example("key-info"), SCOPE.encoded());
        assertEquals(SCOPE, KeyScope.parse(example("key-info")));
    }

    @Test
    void tagAndSealedLabelAreTheExample() throws IOException {
        byte[] output = new byte[64];
        byte[] handle = new byte[16];
        for (int i = 0; i < 64; i++) {
            output[i] = (byte) i;
            handle[i % 16] = (byte) (0x10 + i % 16);
        }
        PrfOutputs outputs = PrfOutputsFixture.of(output);
        Slot slot = new Slot(outputs, 0, 1);
        Label label = new Label(ByteString.copyOf(handle), 3, 2);

        assertEquals(ByteBuffer.wrap(example("tag")).getLong(), slot.tag());
        assertArrayEquals(example("sealed-label"), slot.seal(SET_ID, label));
        assertEquals(label, slot.open(SET_ID, example("sealed-label")).orElseThrow());
    }

    @Test
    void tagSetHeadIsTheExample() throws IOException {
        TagSetHeader header = TagSetHeader.parse(example("tag-set-head"));

        assertEquals(SCOPE, header.scope());
        assertEquals(SET_ID, header.setId());
        assertEquals(1024, header.entryCount());
        assertEquals("ristretto255-SHA512", header.suite().identifier());
        assertArrayEquals(example("tag-set-head"), header.encoded());
        assertEquals(188 + 1024 * 56, header.sizeBytes());
    }

    @Test
    void packageCommentHasTheSameExamples() throws IOException {
        String comment =
                Files.readString(root().resolve("blind/src/main/java/org/entente/blind/tags/package-info.java"));
        String plain = comment.replaceAll("(?m)^/// ?|\\s", "");
        for (String name : new String[] {"prf-input", "key-info"}) {
            assertTrue(plain.contains(HexFormat.of().formatHex(example(name))), name);
        }
    }

    private static byte[] example(String name) throws IOException {
        String text = Files.readString(root().resolve("spec/find.md"));
        Matcher block = Pattern.compile("```" + name + "\n([0-9a-f\n]+)```").matcher(text);
        assertTrue(block.find(), "no example " + name);
        return HexFormat.of().parseHex(block.group(1).replace("\n", ""));
    }

    private static Path root() {
        return Path.of(System.getProperty("entente.root", ".."));
    }
}
