package org.entente.boot;

import org.springframework.context.SmartLifecycle;

/// Work that begins when everything is wired and ends before anything is closed. Lower phases begin first, end last.
final class Lifecycle implements SmartLifecycle {
    static final int LOGS = 0;
    static final int SENDERS = 10;

    private final int phase;
    private final Runnable start;
    private final Runnable stop;
    private volatile boolean running;

    Lifecycle(int phase, Runnable start, Runnable stop) {
        this.phase = phase;
        this.start = start;
        this.stop = stop;
    }

    @Override
    public void start() {
        start.run();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        stop.run();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return phase;
    }
}
