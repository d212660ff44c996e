package org.entente.kernel.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entente.kernel.EntenteException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void canonicalTextComesBackByteForByte() {
        byte[] text = "{\"a\":[\"\\u0001\\n\\\"\\\\/é€😀\",-1,true,false,{},[]],\"b\":9007199254740991}"
                .getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(text, Json.parse(text, 1000).encode().toArray());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " {}",
                "{} ",
                "{\"b\":1,\"a\":2}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,}",
                "[1,]",
                "01",
                "-0",
                "1.0",
                "1e3",
                "9007199254740992",
                "-9007199254740992",
                "99999999999999999999",
                "null",
                "nul",
                "tru",
                "\"\\u0041\"",
                "\"\\/\"",
                "\"\\ud800\"",
                "\"\\uZZZZ\"",
                "\"\\u00",
                "\"a\tb\"",
                "\"e\u0301\"",
                "{\"é\":1}",
                "{\"\":1}",
                "{\"a b\":1}",
                "\uFEFF{}",
                "\"open",
                "[",
                "{\"a\"",
                "-"
            })
    void anythingButTheCanonicalFormIsRefused(String text) {
        EntenteException refused =
                assertThrows(EntenteException.class, () -> Json.parse(text.getBytes(StandardCharsets.UTF_8), 1000));
        assertEquals(JsonCode.JSON_NOT_CANONICAL, refused.code());
    }

    @Test
    void malformedUtf8IsRefused() {
        byte[][] texts = {{'"', (byte) 0xC0, (byte) 0x80, '"'}, {'"', (byte) 0xFF, '"'}, {'"', (byte) 0xC3, '"'}};
        for (byte[] text : texts) {
            assertThrows(EntenteException.class, () -> Json.parse(text, 1000));
        }
    }

    @Test
    void depthAndSizeAreLimited() {
        byte[] deep = "[".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
        assertEquals(
                JsonCode.JSON_TOO_LARGE,
                assertThrows(EntenteException.class, () -> Json.parse(deep, 200_000))
                        .code());
        assertEquals(
                JsonCode.JSON_TOO_LARGE,
                assertThrows(EntenteException.class, () -> Json.parse(deep, 10)).code());
    }

    @Test
    void everyFlippedByteAndEveryPrefixIsRefusedOrMeansSomethingElse() {
        byte[] text = "{\"a\":[\"xé\",12],\"b\":{\"c\":true}}".getBytes(StandardCharsets.UTF_8);
        Json original = Json.parse(text, 1000);
        for (int i = 0; i < text.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] mangled = text.clone();
                mangled[i] ^= (byte) (1 << bit);
                assertOther(original, mangled);
            }
            assertOther(original, java.util.Arrays.copyOf(text, i));
        }
    }

    private static void assertOther(Json original, byte[] mangled) {
        try {
            Json parsed = Json.parse(mangled, 1000);
            org.junit.jupiter.api.Assertions.assertNotEquals(original, parsed);
            assertArrayEquals(mangled, parsed.encode().toArray());
        } catch (EntenteException refused) {
            assertEquals(JsonCode.JSON_NOT_CANONICAL, refused.code());
        }
    }

    @Test
    void aReaderRefusesAbsentUnexpectedAndWrongMembers() {
        Json.Members members = Json.members()
                .with("n", 5)
                .with("t", "abc")
                .with("b64", "AAF=")
                .with("list", Json.texts(List.of("x")))
                .build();
        assertMemberWrong("absent", members.reader(), reader -> reader.text("absent"));
        assertMemberWrong("n", members.reader(), reader -> reader.text("n"));
        assertMemberWrong("n", members.reader(), reader -> reader.whole("n", 0, 4));
        assertMemberWrong("t", members.reader(), reader -> reader.text("t", 2));
        assertMemberWrong("b64", members.reader(), reader -> reader.base64("b64"));
        assertMemberWrong("b64", members.reader(), MemberReader::end);
        assertEquals(List.of("x"), members.reader().texts("list"));
    }

    private static void assertMemberWrong(
            String name, MemberReader reader, java.util.function.Consumer<MemberReader> read) {
        EntenteException refused = assertThrows(EntenteException.class, () -> read.accept(reader));
        assertEquals(JsonCode.JSON_MEMBER_WRONG, refused.code());
        assertEquals(List.of(name), refused.facts());
    }
}
