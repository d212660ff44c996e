package org.entente.boot;

import java.util.function.Supplier;
import org.entente.exchange.SenderThreads;
import org.jspecify.annotations.Nullable;

/// The sender threads between start and stop.
final class Senders {
    private final Supplier<SenderThreads> maker;
    private @Nullable SenderThreads threads;

    Senders(Supplier<SenderThreads> maker) {
        this.maker = maker;
    }

    synchronized void start() {
        threads = maker.get();
    }

    synchronized void stop() {
        if (threads != null) {
            threads.close();
            threads = null;
        }
    }
}
