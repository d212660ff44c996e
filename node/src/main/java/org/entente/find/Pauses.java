package org.entente.find;

import java.time.Duration;

/// How a thread waits between two tries.
@FunctionalInterface
public interface Pauses {
    void pause(Duration length) throws InterruptedException;
}
