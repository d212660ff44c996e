package org.entente.blind.tags;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.entente.blind.BlindCode;
import org.entente.blind.BlindException;
import org.entente.blind.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrfInputTest {
    @Test
    void noTwoSplitsOfTheSameTextMeet() {
        Set<ByteString> encodings = new HashSet<>();
        String text = "rfcAAA010101";
        for (int split = 1; split < text.length(); split++) {
            encodings.add(ByteString.copyOf(new PrfInput(text.substring(0, split), text.substring(split)).encoded()));
        }
        assertEquals(text.length() - 1, encodings.size());
    }

    @Test
    void composedFormIsDemandedAndTheDecomposedRefused() {
        // 2 + 12, 2 + 1, 2 + 4, and 2 + 6, since the letter takes two bytes.
        assertEquals(31, new PrfInput("name", "Mu\u00f1oz").encoded().length);
        assertRefused(BlindCode.TEXT_REFUSED, "name", "Mun\u0303oz");
    }

    @Test
    void valuesWithoutOneFormAreRefused() {
        assertRefused(BlindCode.SIZE_REFUSED, "rfc", "");
        assertRefused(BlindCode.SIZE_REFUSED, "rfc", "A".repeat(1025));
        assertRefused(BlindCode.TEXT_REFUSED, "rfc", "AAA\u0000");
        assertRefused(BlindCode.TEXT_REFUSED, "rfc", "AAA\n");
        assertRefused(BlindCode.TEXT_REFUSED, "rfc", "\ud800");
        assertEquals(1024, new PrfInput("rfc", "A".repeat(1024)).value().length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-rfc", "r f c", "rf\u00e9", "rfc\n"})
    void keyTypesThatAreNoNamesAreRefused(String keyType) {
        assertRefused(BlindCode.TEXT_REFUSED, keyType, "AAA");
    }

    @Test
    void valueIsNotInItsText() {
        assertFalse(new PrfInput("rfc", "AAA010101AAA").toString().contains("AAA"));
    }

    @Test
    void scopeReadsBackAndEveryPrefixIsRefused() {
        KeyScope scope = new KeyScope("MX", "US", 7, "rfc", "illicit-finance");
        byte[] encoded = scope.encoded();
        assertEquals(scope, KeyScope.parse(encoded));
        for (int length = 0; length < encoded.length; length++) {
            byte[] prefix = Arrays.copyOf(encoded, length);
            assertThrows(BlindException.class, () -> KeyScope.parse(prefix));
        }
        byte[] longer = Arrays.copyOf(encoded, encoded.length + 1);
        assertThrows(BlindException.class, () -> KeyScope.parse(longer));
    }

    @Test
    void flippedScopeIsRefusedOrIsAnotherScopeWithItsOwnBytes() {
        KeyScope scope = new KeyScope("MX", "US", 7, "rfc", "illicit-finance");
        byte[] encoded = scope.encoded();
        for (int i = 0; i < encoded.length; i++) {
            byte[] changed = encoded.clone();
            changed[i] ^= 0x01;
            try {
                assertArrayEquals(changed, KeyScope.parse(changed).encoded());
            } catch (BlindException refused) {
                assertEquals(BlindException.class, refused.getClass());
            }
        }
    }

    private static void assertRefused(BlindCode code, String keyType, String value) {
        assertEquals(
                code,
                assertThrows(BlindException.class, () -> new PrfInput(keyType, value))
                        .code());
    }
}
