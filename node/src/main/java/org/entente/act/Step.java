package org.entente.act;

import java.time.Instant;

/// What happened to an operation on this node: the event, the state it led to, and who did it ("officer:mx-lawyer",
/// "peer:MX", "schedule:act").
public record Step(OperationEvent event, OperationState state, Instant at, String by) {}
