package org.entente.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.Map;
import org.entente.agreement.Fact;
import org.entente.agreement.Question;
import org.entente.agreement.Ruling;
import org.entente.agreement.pack.ShippedPack;
import org.junit.jupiter.api.Test;

class RulingViewTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 29);

    @Test
    void aRefusalThatNoRuleStatesSaysItsGroundToo() {
        RulingView view = RulingView.of(ruled(Map.of(
                "basis.instrument",
                Fact.choice("EXT-1978"),
                "case.named",
                Fact.YES,
                "case.criminal",
                Fact.YES,
                "urgency",
                Fact.choice("ordinary"))));
        assertEquals("refused", view.outcome());
        assertEquals("no-basis", view.ground());
        assertNotNull(view.reason());
    }

    @Test
    void whatIsNotRefusedHasNoGround() {
        RulingView view = RulingView.of(ruled(Map.of()));
        assertEquals("unknown", view.outcome());
        assertNull(view.ground());
        assertNull(view.reason());
    }

    private static Ruling ruled(Map<String, Fact> facts) {
        return ShippedPack.read().rule(new Question("provisional-arrest", facts), DAY);
    }
}
