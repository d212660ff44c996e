package org.entente.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The inbox is one list: time left decides, not the kind of thing.
class InboxOrderTest {
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    @Test
    void theLeastTimeLeftIsFirstWhateverItIsAndWhatHasNoClockIsLast() {
        List<Line> mixed = List.of(
                line("/requests/MX-2026-000002", NOON.plusSeconds(7200)),
                line("/requests/US-2026-000009", null),
                line("/releases/a", NOON.plusSeconds(60)),
                line("/requests/MX-2026-000001", NOON.minusSeconds(60)),
                line("/operations/b", NOON.plusSeconds(3600)),
                line("/requests/US-2026-000010", null));
        assertEquals(
                List.of(
                        "/requests/MX-2026-000001",
                        "/releases/a",
                        "/operations/b",
                        "/requests/MX-2026-000002",
                        "/requests/US-2026-000009",
                        "/requests/US-2026-000010"),
                InboxPages.byTimeLeft(mixed).stream().map(Line::href).toList());
    }

    private static Line line(String href, @org.jspecify.annotations.Nullable Instant due) {
        TimeLeft left = due == null ? TimeLeft.NONE : new TimeLeft("some time", TimeLeft.Tone.CALM, due);
        return new Line(href, href, "a thing", left, "an institution", List.of(), "a step");
    }
}
