package org.entente.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.entente.kernel.Bilingual;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Texts;
import org.entente.kernel.UnfitValueException;
import org.junit.jupiter.api.Test;

/// A refused value is told in one language a sentence.
class UnfitOrderTest {
    @Test
    void whatWouldDoStandsInTheSentencesOwnLanguage() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> new Window(Instant.EPOCH, Instant.EPOCH));
        Bilingual told = told(refused);
        assertEquals(
                "The operation cannot be written like this: a window ends after it starts, within 31 days.", told.en());
        assertEquals(
                "La operación no puede escribirse así: un plazo termina después de su inicio, en 31 días a lo sumo.",
                told.es());
    }

    @Test
    void wordsForProgrammersAreNotShown() {
        Bilingual told = told(new IllegalArgumentException("an operation id is 32 hex digits"));
        assertEquals("The operation cannot be written like this.", told.en());
        assertFalse(told.es().contains("hex"), told.es());
    }

    private static Bilingual told(IllegalArgumentException refused) {
        return Texts.what(new EntenteException(ActCode.ACT_ORDER_INVALID, refused, UnfitValueException.fact(refused)));
    }
}
