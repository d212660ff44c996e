package org.entente.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WellbeingTest {
    @Test
    void aNodeIsWellWhenItsDatabaseAnswersAndItsLogsWork() {
        assertTrue(new Wellbeing(() -> true, () -> true).getAsBoolean());
        assertFalse(new Wellbeing(() -> false, () -> true).getAsBoolean());
        assertFalse(new Wellbeing(() -> true, () -> false).getAsBoolean());
        assertFalse(new Wellbeing(
                        () -> {
                            throw new IllegalStateException("closed");
                        },
                        () -> true)
                .getAsBoolean());
    }

    @Test
    void aDatabaseThatIsSilentIsAway() {
        var never = new CountDownLatch(1);
        var silent = new Wellbeing(
                () -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return true;
                },
                () -> true,
                Duration.ofMillis(20));
        assertFalse(silent.getAsBoolean());
        never.countDown();
    }

    @Test
    void howeverOftenItIsAskedTheDatabaseIsLookedAtOnceASecond() {
        var looks = new AtomicInteger();
        var asked = new Wellbeing(() -> looks.incrementAndGet() > 0, () -> true);
        long startNanos = System.nanoTime();
        for (int i = 0; i < 10_000; i++) {
            assertTrue(asked.getAsBoolean());
        }
        long seconds = (System.nanoTime() - startNanos) / 1_000_000_000;
        assertTrue(looks.get() >= 1 && looks.get() <= 1 + seconds, looks.get() + " looks in " + seconds + " s");
        assertEquals(true, asked.getAsBoolean());
    }
}
