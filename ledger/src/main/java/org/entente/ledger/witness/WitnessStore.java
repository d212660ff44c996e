package org.entente.ledger.witness;

import java.util.Optional;
import org.entente.ledger.checkpoint.SignedCheckpoint;

/// A witness's memory, one tree head per origin. Thread-safe and shared by every process that witnesses.
public interface WitnessStore {
    /// Empty where nothing was ever cosigned for the origin.
    Optional<TreeHead> latest(String origin);

    /// Compare and swap, durable on return: stores `next`, the head of `signed`, only where `expected` still stands.
    /// False, and nothing changed, where it does not.
    boolean replace(String origin, Optional<TreeHead> expected, TreeHead next, SignedCheckpoint signed);
}
