package org.entente.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.entente.agreement.clock.Deadline;
import org.entente.api.RequestsApi.DeadlineView;
import org.junit.jupiter.api.Test;

class DeadlineViewTest {
    private static final Instant START = Instant.parse("2026-11-28T12:00:00Z");
    private static final Instant DUE = START.plus(Duration.ofDays(12));
    private static final Deadline DEADLINE = new Deadline("answer", START, DUE, ZoneOffset.UTC, 0);

    @Test
    void theClockOfARequestThatHasEndedStands() {
        DeadlineView open = DeadlineView.of(DEADLINE, true, null, START);
        assertTrue(open.text().es().contains("12"), open.text().es());
        DeadlineView ended = DeadlineView.of(DEADLINE, false, null, START);
        assertTrue(ended.text().en().startsWith("closed; was due"), ended.text().en());
        assertTrue(ended.text().es().startsWith("cerrada; vencía"), ended.text().es());
        assertEquals(DUE, ended.due());
        assertTrue(DeadlineView.of(DEADLINE, true, null, DUE.plusSeconds(1)).overdue());
        assertFalse(DeadlineView.of(DEADLINE, false, null, DUE.plusSeconds(1)).overdue());
    }

    @Test
    void aClockThatWaitsForInformationStandsAndIsNeverLate() {
        DeadlineView paused = DeadlineView.of(DEADLINE, true, START, DUE.plusSeconds(1));
        assertFalse(paused.overdue());
        assertEquals(START, paused.stopped());
        assertTrue(
                paused.text().en().startsWith("the clock stands"), paused.text().en());
        assertTrue(
                paused.text().es().startsWith("el plazo está detenido"),
                paused.text().es());
    }
}
