package org.entente.kernel;

/// The node itself acting on a timer or a drained queue ("outbox", "expiry").
public record Schedule(String name) implements Actor {
    @Override
    public String label() {
        return "schedule:" + name;
    }
}
