package org.entente.blind;

/// What the holder answers: one evaluated element for each blinded element, in the same order, and one proof that
/// all were multiplied by the key behind the public key.
public record Evaluation(ElementBatch evaluatedElements, Proof proof) {}
