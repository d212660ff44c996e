package org.entente.boot;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// Whether a node can work, for anyone who asks however often: its database is looked at once a second at most, and
/// one that does not answer in time is away. Thread-safe.
final class Wellbeing implements BooleanSupplier {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final BooleanSupplier database;
    private final BooleanSupplier logs;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean isWell;
    private long lookedNanos;
    private boolean looked;

    Wellbeing(BooleanSupplier database, BooleanSupplier logs) {
        this(database, logs, PATIENCE);
    }

    Wellbeing(BooleanSupplier database, BooleanSupplier logs, Duration patience) {
        this.database = database;
        this.logs = logs;
        this.patience = patience;
    }

    @Override
    public boolean getAsBoolean() {
        lock.lock();
        try {
            if (!looked || System.nanoTime() - lookedNanos > FRESH.toNanos()) {
                isWell = databaseAnswers();
                lookedNanos = System.nanoTime();
                looked = true;
            }
            return isWell && logs.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }

    private boolean databaseAnswers() {
        var answer = new CompletableFuture<Boolean>();
        Thread.ofVirtual().name("health").start(() -> {
            try {
                answer.complete(database.getAsBoolean());
            } catch (RuntimeException failed) {
                // Whatever ends the look, the database did not answer it.
                answer.complete(false);
            }
        });
        return answer.completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
