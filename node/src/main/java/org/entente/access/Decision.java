package org.entente.access;

/// The answer of the policy point. A denial's reason is a key of the room's texts; it names the rule, never the thing.
public sealed interface Decision {
    record Granted() implements Decision {}

    record Denied(String reason) implements Decision {}
}
