package org.entente.cli.demo;

import java.time.Duration;

/// Tells of something that takes longer than two seconds: done, all, rate, time to go. Not thread-safe.
final class Progress {
    private static final Duration FIRST_WORD = Duration.ofSeconds(2);

    private final Narrator narrator;
    private final String key;
    private final long startedNanos = System.nanoTime();
    private long total;
    private long done;

    /// @param key a text with the places done, all, rate a second, seconds to go
    Progress(Narrator narrator, String key, long total) {
        this.narrator = narrator;
        this.key = key;
        this.total = total;
    }

    void more(long count) {
        at(done + count, total);
    }

    void at(long nowDone, long nowTotal) {
        done = nowDone;
        total = nowTotal;
        long spentNanos = System.nanoTime() - startedNanos;
        if (spentNanos < FIRST_WORD.toNanos()) {
            return;
        }
        double perSecond = done * 1e9 / spentNanos;
        String left = perSecond > 0 ? String.valueOf(Math.round((total - done) / perSecond)) : "?";
        narrator.progress(key, done, total, Math.round(perSecond * 10) / 10.0, left);
    }

    void end() {
        narrator.endProgress();
    }
}
