package org.entente.act;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.entente.kernel.UnfitValueException;

/// From `start` (included) to `end` (excluded), in whole seconds, at most 31 days.
public record Window(Instant start, Instant end) {
    public Window {
        start = start.truncatedTo(ChronoUnit.SECONDS);
        end = end.truncatedTo(ChronoUnit.SECONDS);
        if (!start.isBefore(end) || Duration.between(start, end).compareTo(Limits.WINDOW_MAX) > 0) {
            throw new UnfitValueException(
                    "a window ends after it starts, within 31 days",
                    "un plazo termina después de su inicio, en 31 días a lo sumo");
        }
    }

    public boolean covers(Window other) {
        return !other.start.isBefore(start) && !other.end.isAfter(end);
    }

    public boolean isPast(Instant now) {
        return !now.isBefore(end);
    }
}
