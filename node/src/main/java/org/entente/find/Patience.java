package org.entente.find;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.kernel.Bytes;

/// When what failed is tried again: after a second, then twice as long each time, up to five minutes. A restart forgets
/// it. Thread-safe.
final class Patience {
    private final Map<Bytes, Wait> waits = new ConcurrentHashMap<>();

    private record Wait(Duration pause, Instant until) {}

    boolean isDue(Bytes name, Instant now) {
        Wait wait = waits.get(name);
        return wait == null || !now.isBefore(wait.until());
    }

    void failed(Bytes name, Instant now) {
        waits.compute(name, (_, wait) -> {
            Duration pause = wait == null ? Limits.RETRY_PAUSE_FIRST : longer(wait.pause(), Limits.RETRY_PAUSE_LAST);
            return new Wait(pause, now.plus(pause));
        });
    }

    void settled(Bytes name) {
        waits.remove(name);
    }

    static Duration longer(Duration pause, Duration last) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(last) < 0 ? twice : last;
    }
}
